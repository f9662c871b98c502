#include "platform/media/vips_library.h"

#include <stdexcept>
#include <string>

#include <vips/vips.h>

namespace interregio {
namespace {

struct Library {
    Library() {
        if (vips_init("interregio") != 0)
            throw std::runtime_error(std::string("libvips does not start: ") + vips_error_buffer());
        vips_cache_set_max(0);
        vips_block_untrusted_set(TRUE);
        // What is wrong with a file is told by refusals; warnings of decoders would only fill the log.
        g_log_set_handler(
            "VIPS", static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG),
            [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {}, nullptr);
    }
};

} // namespace

void start_vips() { static const Library library; }

} // namespace interregio
