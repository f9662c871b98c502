#include "modules/library/files.h"

#include "base/sha256.h"
#include "platform/media/media.h"

namespace interregio {

std::expected<FileContent, Refusal> look_at_file(std::string name, std::span<const std::byte> bytes, FileKind kind) {
    const auto refuse = [&](Refusal refusal) {
        refusal.arguments.emplace_back("file", name);
        return std::unexpected(std::move(refusal));
    };
    FileContent content{.name = name, .size = static_cast<std::int64_t>(bytes.size())};
    if (kind == FileKind::image) {
        const auto info = inspect_image(bytes);
        if (!info) return refuse(info.error());
        content.media_type = info->media_type;
        content.width = info->width;
        content.height = info->height;
    } else {
        const auto info = inspect_document(bytes);
        if (!info) return refuse(info.error());
        content.media_type = info->media_type;
    }
    content.hash = sha256(bytes);
    return content;
}

} // namespace interregio
