#include "modules/library/picture_maker.h"

#include "modules/library/made_picture_store.h"
#include "modules/record/records.h"

namespace interregio {
namespace {

/// A picture that cannot be made, and why.
struct NotMade {
    std::string reason;
};

struct Made {
    std::string tone;
    std::vector<store::NamedRendition> renditions;
};

std::string reason_of(const Refusal& refusal) {
    std::string words = refusal.key;
    for (const auto& [name, value] : refusal.arguments) words.append(" ").append(name).append("=").append(value);
    return words;
}

/// All renditions of the original; nothing when told to stop.
std::expected<std::optional<Made>, NotMade> make_one(const std::string& original, const PictureSource& source,
                                                     const std::stop_token& stop) {
    const auto bytes = std::as_bytes(std::span(original));
    const auto picture = ScalablePicture::open(bytes);
    if (!picture) return std::unexpected(NotMade{reason_of(picture.error())});
    Made made;
    try {
        made.tone = picture->tone();
        for (const RenditionFormat format : {RenditionFormat::jpeg, RenditionFormat::webp, RenditionFormat::avif})
            for (const int width : rendition_widths(picture->original_width())) {
                if (stop.stop_requested()) return std::nullopt;
                made.renditions.push_back(
                    {rendition_name(width, format), picture->rendition(width, format, source.credit)});
            }
        made.renditions.push_back({std::string(share_rendition), picture->share_picture(source.focal, source.credit)});
    } catch (const std::runtime_error& error) { // an encoder's
        return std::unexpected(NotMade{error.what()});
    }
    return made;
}

} // namespace

std::int64_t pictures_to_make(db::Database& database) { return store::count_to_make(*database.read()); }

PictureCounts make_pictures(db::Database& database, const PictureEvents& events, const std::stop_token& stop) {
    PictureCounts counts;
    while (!stop.stop_requested()) {
        std::optional<PictureSource> source;
        std::optional<std::string> original;
        {
            const auto reader = database.read();
            source = store::next_to_make(*reader);
            if (source) original = find_blob(*reader, source->file_hash);
        }
        if (!source) break;
        const auto made = make_one(original.value_or(""), *source, stop);
        if (!made) {
            database.write([&](db::Connection& connection) { store::add_failed(connection, *source); });
            events.failed(source->file_hash, made.error().reason);
            ++counts.failed;
        } else if (*made) {
            database.write([&](db::Connection& connection) {
                store::add_made(connection, *source, (*made)->tone, (*made)->renditions);
            });
            events.made(source->file_hash);
            ++counts.made;
        }
    }
    if (!stop.stop_requested() && store::any_unused(*database.read()))
        database.write([](db::Connection& connection) { store::remove_unused(connection); });
    return counts;
}

} // namespace interregio
