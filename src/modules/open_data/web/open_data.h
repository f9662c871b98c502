#pragma once
// Everything that programs and other sites read from the portal: the interface for data, and its description.
// Registered on the same routing table as the pages. Called from all threads at once.

#include "modules/open_data/collections.h"
#include "modules/open_data/web/list_request.h"
#include "modules/portal/web/portal.h"
#include "platform/http/router.h"

#include <functional>

namespace interregio::open_data::web {

class OpenData {
  public:
    /// All must live as long as this; `base_url` as that of the portal.
    OpenData(portal::web::Portal& portal, std::string base_url);

    void add_routes(http::Router& router);

  private:
    using Made = AnswerCache::Made;
    using Make = std::function<Made(Context&, const http::Request&, const http::PathParameters&)>;

    void add(http::Router& router, const std::string& pattern, Make make);
    void add_collection(http::Router& router, const Collection& collection);
    void add_descriptions(http::Router& router);
    void add_refusals(http::Router& router);
    void add_pages(http::Router& router);
    void add_timeline_files(http::Router& router, const Catalogue& words);
    void add_activity_calendar(http::Router& router, const Catalogue& words);
    void add_embedding(http::Router& router);
    void add_embedding_page(http::Router& router, const Catalogue& words);
    void add_component(http::Router& router);

    /// In the language of `words`, which the site must speak.
    void add_file(http::Router& router, const Catalogue& words, const std::string& pattern, Make make);

    [[nodiscard]] http::Response answer(const http::Request& request, const http::PathParameters& parameters,
                                        const Make& make);
    [[nodiscard]] Made list(Context& context, const Collection& collection, const http::Request& request) const;
    /// The base URL, or the host as the client calls it.
    [[nodiscard]] std::string origin(const http::Request& request) const;

    portal::web::Portal& portal_;
    std::string base_url_;
};

} // namespace interregio::open_data::web
