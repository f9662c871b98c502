#pragma once
// The form in which several pictures are described that have been sent: one entry each. Its fields are those of an
// image behind "pictures[2].". The bytes are stored already; the form says their hash.

#include "modules/workspace/web/record_fields.h"

#include <map>

namespace interregio::workspace::web {

/// Pictures by the number they have in the form; there may be gaps, as pictures are taken out of it.
using PictureSheets = std::map<std::size_t, editing::Sheet>;

inline constexpr std::size_t most_added_pictures = 50; ///< at once

/// The pictures of a form that was sent.
[[nodiscard]] PictureSheets pictures_in(const Call& call);

/// The entries, with what is wrong: `problems` are those of add_pictures(), which counts without gaps.
[[nodiscard]] html::Node picture_entries(const Call& call, const PictureSheets& pictures,
                                         const editing::SheetProblems& problems);

/// The same problems for the summary, with the numbers of the form.
[[nodiscard]] FormErrors picture_errors(const View& view, const PictureSheets& pictures,
                                        const editing::SheetProblems& problems);

/// Shows that somebody has sent the file with this hash in this session, and so may see it before it is in the record.
[[nodiscard]] std::string proof_of_file(const Call& call, std::string_view hash);

} // namespace interregio::workspace::web
