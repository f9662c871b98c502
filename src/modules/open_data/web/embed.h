#pragma once
// The timeline within pages of other sites: a bare document for a frame, and what oEmbed says about it.

#include "modules/open_data/web/list_request.h"
#include "modules/open_data/web/timeline_files.h"
#include "modules/portal/web/assets.h"

#include <expected>

namespace interregio::open_data::web {

/// What a frame shows.
struct EmbedRequest {
    ActivityFilter filter;
    std::int64_t limit = 10;
    std::optional<Id<Activity>> activity; ///< that one alone
};
[[nodiscard]] std::expected<EmbedRequest, Problem> read_embed_request(db::Connection& connection,
                                                                      const http::Query& query);

/// The whole document.
[[nodiscard]] std::string embed_document(const FileContext& context, const portal::web::Assets& assets,
                                         const EmbedRequest& request);
/// Its headers: it alone may be framed anywhere.
[[nodiscard]] std::vector<http::Header> embed_headers();

/// The frame as markup to copy. `query` begins with '?' or is empty.
[[nodiscard]] std::string frame_markup(const std::string& address, const std::string& title, std::int64_t width,
                                       std::int64_t height);

/// What an address of this site shows when it is embedded.
struct Embeddable {
    const Catalogue* words = nullptr;
    std::string title;
    std::string address; ///< of the frame: a path with query
};
/// Nothing for addresses of other sites and for pages that cannot be embedded.
[[nodiscard]] std::optional<Embeddable> embeddable(Context& context, std::string_view url);

} // namespace interregio::open_data::web
