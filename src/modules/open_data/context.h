#pragma once
// What open data is written with: the state of the record, the addresses of this site, its languages.

#include "base/language.h"
#include "base/record_kind.h"
#include "modules/open_data/published.h"
#include "platform/db/database.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace interregio::open_data {

/// Where the records of a kind are: "/api/v1/fields-of-action".
[[nodiscard]] std::string collection_path(RecordKind kind);
[[nodiscard]] std::string record_path(RecordKind kind, const Uuid& id);

/// A record that others refer to, as far as they say it.
struct Named {
    std::string key;
    std::map<std::string, std::string> name; ///< by language tag; empty for kinds without a name
};

/// For one answer, on one thread.
class Context {
  public:
    /// The path of a record's page; empty for kinds without pages. Which words stand in it is the portal's business.
    using PagePath = std::function<std::string(RecordKind kind, Language language, std::string_view slug)>;

    /// `base_url` has no final slash.
    Context(db::Connection& connection, std::string base_url, std::vector<Language> languages, PagePath page_path)
        : connection_(connection), base_url_(std::move(base_url)), languages_(std::move(languages)),
          page_path_(std::move(page_path)) {}

    [[nodiscard]] db::Connection& connection() const { return connection_; }
    [[nodiscard]] const std::vector<Language>& languages() const { return languages_; }
    [[nodiscard]] const std::string& base_url() const { return base_url_; }
    [[nodiscard]] std::string absolute(std::string_view path) const { return base_url_ + std::string(path); }

    /// The addresses of a record's pages by language tag; empty for kinds without pages.
    [[nodiscard]] std::map<std::string, std::string> pages(RecordKind kind, const SlugHistory& slugs,
                                                           const std::string& key) const;
    /// Key and name of a record, read once.
    [[nodiscard]] const Named& named(RecordKind kind, const Uuid& id);

  private:
    db::Connection& connection_;
    std::string base_url_;
    std::vector<Language> languages_;
    PagePath page_path_;
    std::map<Uuid, Named> named_;
};

/// The text in each language it is in.
[[nodiscard]] std::map<std::string, std::string> by_language(const LocalizedText& text);

} // namespace interregio::open_data
