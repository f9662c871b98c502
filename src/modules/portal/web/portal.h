#pragma once
// The public portal: everything it answers, registered on a routing table. Made once at start; its handlers are called
// from all threads at once and keep nothing but the answers.

#include "base/clock.h"
#include "modules/portal/web/assets.h"
#include "modules/portal/web/shell.h"
#include "modules/publishing/answer_cache.h"
#include "modules/search/search_index.h"
#include "platform/db/database.h"
#include "platform/http/router.h"

#include <functional>
#include <span>
#include <string>

namespace interregio::portal::web {

struct PortalOptions {
    std::string base_url; ///< "https://example.org", without a final slash; empty: addresses stay relative to the host
    std::size_t cache_bytes = 64 * 1024 * 1024;
    const search::SearchIndex* search = nullptr; ///< must live as long as the portal; without it, nothing is found
};

/// What a request for a page leads to.
struct PageAnswer {
    enum class Outcome { page, moved, not_found } outcome = Outcome::not_found;
    PageParts parts;      ///< of a page
    std::string location; ///< where it has moved to
};

class Portal {
  public:
    /// Database, clock and asset bytes must live as long as the portal.
    Portal(db::Database& database, const Clock& clock, std::span<const EmbeddedFile> assets, PortalOptions options);

    /// Registers all routes; the portal must live as long as the router is used.
    void add_routes(http::Router& router);

    /// Makes the pages that most readers come to first (home, timeline, partnerships), so that nobody need wait for
    /// them after a start. Throws what making a page throws. `router` has the routes of this portal.
    void make_ready(const http::Router& router) const;

    /// The answer that is kept ready for a request, if there is one: to be asked before the routing table.
    [[nodiscard]] std::optional<http::Response> kept(const http::Request& request) { return answers_.find(request); }
    /// Where answers are kept, for routes that others add.
    [[nodiscard]] AnswerCache& answers() { return answers_; }

    /// For every answer of the server, whoever made it: adds the security headers, once it is made. Answers that are
    /// kept have them.
    void protect(http::Response& response) const;

    /// The page for a request that failed with an exception. Reads no database. `reference` finds it in the log.
    [[nodiscard]] http::Response failed(const http::Request& request, std::string_view reference) const;

    [[nodiscard]] const Assets& assets() const { return assets_; }

    /// The page of a record as it would be, from a state that is not stored (db::Database::try_out()). Nothing for
    /// kinds without pages, or when there is no such record or site. `member_files` as in View.
    [[nodiscard]] std::optional<std::string>
    preview(const Reading& reading, const Catalogue& words, RecordKind kind, const Uuid& id,
            std::function<std::string(RecordKind, const Uuid&)> member_files) const;

    /// Makes the contents of a page: fills `view.alternates` before it uses the view.
    using MakePage =
        std::function<PageAnswer(const Reading&, View&, const http::Request&, const http::PathParameters&)>;

    /// Registers a page in the language of `words`; also for other modules.
    void add_page(http::Router& router, const Catalogue& words, const std::string& pattern, MakePage make);

  private:
    void add_record_page(http::Router& router, const Catalogue& words, RecordKind kind);
    void add_redirects(http::Router& router, const Catalogue& words);
    void add_search(http::Router& router, const Catalogue& words);
    void add_site_files(http::Router& router);
    void add_assets(http::Router& router);

    http::Response page(const Catalogue& words, const MakePage& make, const http::Request& request,
                        const http::PathParameters& parameters);
    http::Response not_found(const http::Request& request);
    http::Response search(const Catalogue& words, const http::Request& request);
    http::Response search_suggestions(const Catalogue& words, const http::Request& request);
    http::Response media(const http::Request& request, const http::PathParameters& parameters);
    http::Response picture(const http::Request& request, const std::string& hash, const std::string& file_name);
    http::Response rendition(const http::Request& request, const http::PathParameters& parameters);
    http::Response choose_language(const http::Request& request);
    http::Response sitemap_file(const http::Request& request, std::string_view part);
    /// The base URL, or the host as the client calls it.
    [[nodiscard]] std::string origin(const http::Request& request) const;
    /// By the first segment of the path if the program speaks it, else by Accept-Language.
    [[nodiscard]] const Catalogue& words_for(const http::Request& request) const;

    db::Database& database_;
    const Clock& clock_;
    Assets assets_;
    PortalOptions options_;
    AnswerCache answers_;
};

} // namespace interregio::portal::web
