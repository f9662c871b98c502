// Files of pictures and documents for those who have signed in. Readers of the public pages get only what is public;
// here the connection of the caller decides. As much as a public picture, one that is not public is shown by its
// renditions only: what the original says besides its pixels is nobody's business.
#include "modules/library/files.h"
#include "modules/library/made_pictures.h"
#include "modules/portal/web/file_headers.h"
#include "modules/record/record_changes.h"
#include "modules/record/records.h"
#include "modules/workspace/web/record_parts.h"
#include "platform/media/credit.h"

#include <algorithm>

namespace interregio::workspace::web {

using namespace html;

namespace {

constexpr std::string_view smallest_rendition = "320.jpg";

std::string type_of_rendition(std::string_view name) {
    const auto format = std::ranges::find_if(all_rendition_formats, [&](RenditionFormat each) {
        return name.ends_with("." + std::string(ending_of(each)));
    });
    return std::string(media_type_of(format == all_rendition_formats.end() ? RenditionFormat::jpeg : *format));
}

/// The rendition that is asked for; where it has not been made, a JPEG that takes its place.
http::Response picture_file(const Workspace& workspace, const Call& call, const Uuid& id) {
    const auto image = find(call.connection, Id<Image>(id));
    if (!image) return workspace.not_found(call);
    const PictureSource source = source_of(*image);
    const std::string name = call.request.query.text("as");
    auto bytes = name.empty() ? std::nullopt : find_rendition(call.connection, mark_of(source), name);
    if (bytes) return file_answer(type_of_rendition(name), std::move(*bytes));
    bytes = stand_in(call.connection, source);
    return bytes ? file_answer(type_of_rendition({}), std::move(*bytes)) : workspace.not_found(call);
}

http::Response document_file(const Workspace& workspace, const Call& call, const Uuid& id) {
    const auto document = find(call.connection, Id<Document>(id));
    auto bytes = document ? find_blob(call.connection, document->file.hash) : std::nullopt;
    if (!bytes) return workspace.not_found(call);
    auto response = file_answer(document->file.media_type, std::move(*bytes));
    response.with("Content-Disposition", portal::web::content_disposition(document->file.name));
    return response;
}

} // namespace

std::optional<Refusal> take_in_file(const Workspace& workspace, const http::FormPart& part, FileKind kind,
                                    editing::Sheet& sheet) {
    const auto bytes = std::as_bytes(std::span(part.contents.data(), part.contents.size()));
    const auto content = look_at_file(*part.file_name, bytes, kind);
    if (!content) return content.error();
    workspace.database().write([&](db::Connection& connection) { store_blob(connection, *content, bytes); });
    sheet.set("file", content->hash + "/" + content->name);
    if (kind == FileKind::image && sheet.at("credit").empty())
        if (const auto credit = credit_in(bytes)) sheet.set("credit", *credit);
    return std::nullopt;
}

http::Response file_answer(std::string media_type, std::string bytes) {
    http::Response response;
    response.content_type = std::move(media_type);
    response.with("Content-Security-Policy", portal::web::harmless_policy);
    response.body = std::make_shared<const std::string>(std::move(bytes));
    return response;
}

std::function<std::string(RecordKind, const Uuid&)> member_files_of(const Call& call) {
    return [&paths = call.paths](RecordKind kind, const Uuid& id) { return paths.file(kind, id.text()); };
}

Node thumbnail(const Call& call, const Uuid& image) {
    return img(
        cls("thumbnail"),
        src(Url::path(call.paths.file(RecordKind::image, image.text()) + "?as=" + std::string(smallest_rendition))),
        width(96), height(72), alt(""), loading("lazy"), attribute<"decoding">("async"));
}

void add_record_files(Workspace& workspace, http::Router& router) {
    const auto reader = http::Access::role(http::Need::reader);
    // Slow: a picture that was saved just now is made smaller on the spot.
    for (const RecordKind kind : {RecordKind::image, RecordKind::document})
        workspace.add_slow_page(
            router, reader, [kind](const auto& paths) { return paths.file(kind, "{id}"); },
            [&workspace, kind](const Call& call) {
                const auto id = record_of(call);
                if (!id) return workspace.not_found(call);
                return kind == RecordKind::image ? picture_file(workspace, call, *id)
                                                 : document_file(workspace, call, *id);
            });
}

} // namespace interregio::workspace::web
