// Pictures, downloads and sources: declared in parts.h.
#include "modules/portal/web/parts.h"

#include <cmath>

namespace interregio::portal::web {

using namespace html;

namespace {

/// The nearest tenth in per cent, as the styles know it; nothing for the middle, which is what they do anyway.
template <FixedString Name> std::optional<Attribute<Name>> focal(const std::optional<double>& at) {
    if (!at) return std::nullopt;
    const int tenth = static_cast<int>(std::lround(*at * 10)) * 10;
    return when(tenth != 50, attribute<Name>(std::to_string(tenth)));
}

/// In parts of the window, as measured in the styles from 320 to 1920 pixels: what an em is worth there, `sizes` does
/// not know.
std::string_view widths_in(PictureRoom room) {
    switch (room) {
    case PictureRoom::hero:
        // Cropped in height: as wide as its height makes it where the window is narrow.
        return "(min-width: 48em) max(100vw, 87vh), max(100vw, 61vh)";
    case PictureRoom::opening:
        return "(min-width: 48em) 93vw, 98vw";
    case PictureRoom::column:
        return "(min-width: 70em) 56vw, (min-width: 64em) 50vw, 89vw";
    case PictureRoom::lead:
        return "(min-width: 52em) 58vw, 98vw";
    case PictureRoom::card:
        return "(min-width: 110em) 23vw, (min-width: 72em) 31vw, (min-width: 44em) 48vw, 98vw";
    case PictureRoom::entry:
        return "(min-width: 62em) 26vw, (min-width: 36em) 32vw, 82vw";
    case PictureRoom::thumbnail:
        return "(min-width: 72em) 21vw, (min-width: 46em) 31vw, (min-width: 30em) 48vw, 98vw";
    case PictureRoom::screen:
        break;
    }
    return "100vw";
}

Url rendition_url(const View& view, const Picture& picture, const std::string& rendition) {
    if (!view.member_files) return Paths::rendition(*picture.made, rendition);
    return Url::path(view.member_files(RecordKind::image, picture.id) + "?as=" + rendition);
}

/// The file as a whole: of a document itself, of a picture a JPEG.
Url file_url(const View& view, RecordKind kind, const Uuid& of_record, const FileContent& file) {
    return view.member_files ? Url::path(view.member_files(kind, of_record)) : Paths::media(file);
}

std::vector<ImageCandidate> candidates(const View& view, const Picture& picture, RenditionFormat format) {
    std::vector<ImageCandidate> list;
    for (const int pixels : rendition_widths(static_cast<int>(picture.file.width)))
        list.push_back({rendition_url(view, picture, rendition_name(pixels, format)), pixels});
    return list;
}

/// For browsers that know no srcset: wide enough for most screens.
const ImageCandidate& usual(const std::vector<ImageCandidate>& list) {
    constexpr int enough = 960;
    const ImageCandidate* best = &list.front();
    for (const auto& one : list)
        if (one.width <= enough) best = &one;
    return *best;
}

/// What is the same whether there are renditions or not.
template <class... More>
Node img_with(const View& view, const Picture& picture, Loading loading_kind, const More&... more) {
    const bool lazy = loading_kind == Loading::lazy;
    const bool sized = picture.file.width > 0 && picture.file.height > 0;
    return img(more..., when(sized, [&] { return width(picture.file.width); }),
               when(sized, [&] { return height(picture.file.height); }),
               alt(picture.alt ? picture.alt->body : std::string{}),
               picture.alt ? lang_of(view, *picture.alt) : std::nullopt, focal<"data-focal-x">(picture.focal_x),
               focal<"data-focal-y">(picture.focal_y), when(lazy, loading("lazy")),
               when(lazy, attribute<"decoding">("async")));
}

} // namespace

Node image(const View& view, const Picture& picture, Loading loading_kind, PictureRoom room) {
    if (!picture.made)
        return img_with(view, picture, loading_kind, src(file_url(view, RecordKind::image, picture.id, picture.file)));
    const auto files = [&](RenditionFormat format) { return candidates(view, picture, format); };
    const auto& tone = picture.made->tone;
    const bool first = room == PictureRoom::hero && loading_kind == Loading::eager;
    const auto jpegs = files(RenditionFormat::jpeg);
    return picture_element(source(type("image/avif"), srcset(files(RenditionFormat::avif)), sizes(widths_in(room))),
                           source(type("image/webp"), srcset(files(RenditionFormat::webp)), sizes(widths_in(room))),
                           img_with(view, picture, loading_kind, src(usual(jpegs).url), srcset(jpegs),
                                    sizes(widths_in(room)), when(first, attribute<"fetchpriority">("high")),
                                    when(!tone.empty(), attribute<"data-tone">(tone))));
}

Node picture_figure(const View& view, const Picture& picture, Loading loading_kind, PictureRoom room) {
    return figure(cls("picture"), image(view, picture, loading_kind, room), picture_caption(view, picture));
}

Node picture_caption(const View& view, const Picture& picture) {
    return figcaption(when(picture.caption, [&](const ShownText& words) { return group(line(view, words), " "); }),
                      span(cls("credit"), picture.credit));
}

namespace {

/// "PDF" from "application/pdf"; the last part of the type for others.
std::string format_name(std::string_view media_type) {
    auto name = std::string(media_type.substr(media_type.find('/') + 1));
    for (char& c : name) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return name;
}

} // namespace

Node download_list(const View& view, const std::vector<Download>& downloads) {
    return ul(cls("documents"), each(downloads, [&](const Download& download) {
                  return li(cls("document"), icon("download"),
                            span(a(href(file_url(view, RecordKind::document, download.id, download.file)),
                                   hreflang(download.language), type(download.file.media_type),
                                   attribute<"download">(download.file.name), line(view, download.title)),
                                 " ",
                                 span(cls("document__meta"), view.words.language_name(download.language), " · ",
                                      format_name(download.file.media_type), " · ",
                                      view.words.file_size(download.file.size))));
              }));
}

Node source_title(const View& view, const SourceNote& source) {
    const auto url = source.url ? Url::parse(*source.url) : std::nullopt;
    const auto title_line = line(view, source.title);
    return cite(url ? a(href(*url), title_line) : title_line);
}

Node source_voice(const View& view, const SourceNote& source) {
    return source.publisher ? organisation_name(view, *source.publisher) : line(view, source.title);
}

Node source_link(const View& view, const SourceNote& source) {
    const auto url = source.url ? Url::parse(*source.url) : std::nullopt;
    const auto voice = source_voice(view, source);
    return url ? a(href(*url), voice) : voice;
}

Node source_list(const View& view, const std::vector<SourceNote>& sources) {
    return ol(cls("sources"), each(sources, [&](const SourceNote& source) {
                  return li(source_title(view, source),
                            when(source.publisher,
                                 [&](const OrganisationLink& publisher) {
                                     return group(", ", organisation_name(view, publisher));
                                 }),
                            when(source.published,
                                 [&](const PartialDate& day) {
                                     return group(", ",
                                                  fill(view.text("source.published"), {{"date", date(view, day)}}));
                                 }),
                            when(source.retrieved, [&](const PartialDate& day) {
                                return group(", ", fill(view.text("source.retrieved"), {{"date", date(view, day)}}));
                            }));
              }));
}

} // namespace interregio::portal::web
