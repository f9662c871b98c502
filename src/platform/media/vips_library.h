#pragma once
// libvips, started once for the whole program.

namespace interregio {

/// To be called before any other use of libvips. Throws std::runtime_error when it cannot start. Safe from any thread.
/// Afterwards libvips keeps no results (its cache knows buffers by address, which are used again), refuses the decoders
/// it does not itself trust with hostile input (SVG, PDF, ImageMagick …), and writes nothing to standard error.
void start_vips();

} // namespace interregio
