#include "modules/portal/web/sitemap.h"

#include "modules/portal/portal_store.h"
#include "modules/portal/web/paths.h"

#include <algorithm>
#include <charconv>

namespace interregio::portal::web {
namespace {

/// Records in one part: far below the limits of 50,000 addresses and 50 MB, and made within milliseconds.
constexpr std::int64_t records_in_part = 500;

constexpr std::string_view prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// One page in all its languages.
using Versions = std::map<Language, std::string>;

class UrlSet {
  public:
    explicit UrlSet(const SitemapContext& context) : context_(context) {
        out_ = prolog;
        out_ += "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
                "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\">\n";
    }

    void add(const Versions& versions) {
        std::string alternates;
        for (const auto& [language, path] : versions) {
            alternates += "<xhtml:link rel=\"alternate\" hreflang=\"";
            alternates += language.tag();
            alternates += "\" href=\"";
            append_url(alternates, path);
            alternates += "\"/>";
        }
        for (const auto& [language, path] : versions) {
            out_ += "<url><loc>";
            append_url(out_, path);
            out_ += "</loc>";
            out_ += alternates;
            out_ += "</url>\n";
        }
    }
    [[nodiscard]] std::string take() && {
        out_ += "</urlset>\n";
        return std::move(out_);
    }

  private:
    void append_url(std::string& out, std::string_view path) const {
        html::append_escaped(out, context_.base_url);
        html::append_escaped(out, path);
    }

    const SitemapContext& context_;
    std::string out_;
};

template <class MakePath> Versions versions(const SitemapContext& context, const MakePath& make_path) {
    Versions paths;
    for (const Language language : context.languages)
        if (const auto* words = Catalogue::find(language)) paths[language] = make_path(Paths(*words));
    return paths;
}

void add_site_pages(const SitemapContext& context, UrlSet& urls) {
    urls.add(versions(context, [](const Paths& paths) { return paths.home(); }));
    urls.add(versions(context, [](const Paths& paths) { return paths.timeline(); }));
    urls.add(versions(context, [](const Paths& paths) { return paths.organisations(); }));
    urls.add(versions(context, [](const Paths& paths) { return paths.contact(); }));
    urls.add(versions(context, [](const Paths& paths) { return paths.data(); }));
    urls.add(versions(context, [](const Paths& paths) { return paths.embedding(); }));
    for (const auto kind : {LegalPageKind::imprint, LegalPageKind::privacy, LegalPageKind::accessibility})
        urls.add(versions(context, [kind](const Paths& paths) { return paths.legal(kind); }));
}

void add_records(const SitemapContext& context, UrlSet& urls, RecordKind kind, std::int64_t offset,
                 std::int64_t limit) {
    store::each_address(
        context.connection, kind, offset, limit, [&](const std::string& key, const store::Slugs& slugs) {
            Versions paths;
            for (const Language language : context.languages) {
                const auto* words = Catalogue::find(language);
                const auto slug = slugs.find(language);
                if (words != nullptr)
                    paths[language] = Paths(*words).record(kind, slug == slugs.end() ? key : slug->second);
            }
            urls.add(paths);
        });
}

std::string index(const SitemapContext& context) {
    std::string out(prolog);
    out += "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    const auto add = [&](const std::string& part) {
        out += "<sitemap><loc>";
        html::append_escaped(out, context.base_url);
        out += "/sitemap/" + part + ".xml</loc></sitemap>\n";
    };
    add("site");
    for (const RecordKind kind : kinds_with_pages) {
        const auto count = store::count_of(context.connection, kind);
        for (std::int64_t part = 0; part * records_in_part < count; ++part)
            add(std::string(name_of(kind)) + "-" + std::to_string(part + 1));
    }
    out += "</sitemapindex>\n";
    return out;
}

} // namespace

std::string sitemap(const SitemapContext& context) {
    std::int64_t records = 0;
    for (const RecordKind kind : kinds_with_pages) records += store::count_of(context.connection, kind);
    if (records > records_in_part) return index(context);
    UrlSet urls(context);
    add_site_pages(context, urls);
    for (const RecordKind kind : kinds_with_pages) add_records(context, urls, kind, 0, records_in_part);
    return std::move(urls).take();
}

std::optional<std::string> sitemap_part(const SitemapContext& context, std::string_view part) {
    if (!part.ends_with(".xml")) return std::nullopt;
    part.remove_suffix(4);
    UrlSet urls(context);
    if (part == "site") {
        add_site_pages(context, urls);
        return std::move(urls).take();
    }
    const auto dash = part.rfind('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto kind = record_kind_named(part.substr(0, dash));
    const auto digits = part.substr(dash + 1);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool has_pages = kind && std::ranges::find(kinds_with_pages, *kind) != kinds_with_pages.end();
    if (!has_pages || error != std::errc{} || end != digits.data() + digits.size() || number < 1 || number > 1'000'000)
        return std::nullopt;
    if ((number - 1) * records_in_part >= store::count_of(context.connection, *kind)) return std::nullopt;
    add_records(context, urls, *kind, (number - 1) * records_in_part, records_in_part);
    return std::move(urls).take();
}

} // namespace interregio::portal::web
