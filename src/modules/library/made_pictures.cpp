#include "modules/library/made_pictures.h"

#include "base/sha256.h"
#include "modules/library/made_picture_store.h"
#include "modules/record/records.h"

#include <charconv>

namespace interregio {
namespace {

/// So that only equal numbers have equal words.
std::string exactly(double number) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

} // namespace

PictureSource source_of(const Image& image) {
    return {image.file.hash, image.credit, {image.focal_x.value_or(0.5), image.focal_y.value_or(0.5)}};
}

std::string mark_of(const PictureSource& source) {
    std::string all = std::to_string(rendition_recipe);
    for (const auto& part : {source.file_hash, source.credit, exactly(source.focal.x), exactly(source.focal.y)})
        all.append("\n").append(part);
    return sha256(std::as_bytes(std::span(all))).substr(0, 20);
}

std::optional<std::string> stand_in(db::Connection& connection, const PictureSource& source) {
    constexpr int widest = 1280;
    constexpr int widest_on_the_spot = 960;
    if (const auto made = made_picture(connection, source)) return store::widest_jpeg(connection, made->mark, widest);
    const auto bytes = find_blob(connection, source.file_hash);
    if (!bytes) return std::nullopt;
    const auto picture = ScalablePicture::open(std::as_bytes(std::span(*bytes)));
    if (!picture) return std::nullopt;
    return picture->rendition(widest_on_the_spot, RenditionFormat::jpeg, source.credit);
}

std::string rendition_name(int width, RenditionFormat format) {
    return std::to_string(width) + "." + std::string(ending_of(format));
}

} // namespace interregio
