#pragma once
// The public addresses: their words are in the catalogue of each language (keys path.*), their slugs in the record.

#include "modules/portal/pieces.h"
#include "modules/portal/search_page.h"
#include "modules/portal/site_pages.h"
#include "modules/portal/timeline_page.h"
#include "platform/html/url.h"
#include "platform/locale/catalogue.h"

namespace interregio::portal::web {

class Paths {
  public:
    explicit Paths(const Catalogue& words) : words_(words) {}

    [[nodiscard]] std::string home() const;
    [[nodiscard]] std::string timeline() const;
    [[nodiscard]] std::string timeline(const TimelineRequest& conditions) const;
    [[nodiscard]] std::string organisations() const;
    [[nodiscard]] std::string contact() const;
    [[nodiscard]] std::string search() const;
    [[nodiscard]] std::string search(const SearchRequest& request) const;
    [[nodiscard]] std::string search_suggestions() const;
    /// About the interface for programs.
    [[nodiscard]] std::string data() const;
    /// About feeds, calendars and embedding.
    [[nodiscard]] std::string embedding() const;
    /// What there is of the timeline for other programs; each may carry the query of a filtered timeline.
    [[nodiscard]] std::string timeline_table() const;
    [[nodiscard]] std::string timeline_feed() const;
    [[nodiscard]] std::string timeline_calendar() const;
    [[nodiscard]] std::string timeline_embed() const;
    [[nodiscard]] std::string activity_calendar(std::string_view slug) const;
    [[nodiscard]] std::string legal(LegalPageKind kind) const;
    /// "/de/aktivitaeten"; the kind must have pages (asserted).
    [[nodiscard]] std::string section(RecordKind kind) const;
    [[nodiscard]] std::string record(RecordKind kind, std::string_view slug) const;

    [[nodiscard]] html::Url to(const PageLink& link) const { return html::Url::path(record(link.kind, link.slug)); }
    [[nodiscard]] html::Url to(const OrganisationLink& link) const { return to(link.page); }
    /// The file itself for documents; for images a JPEG of it. Stays the same for ever.
    [[nodiscard]] static html::Url media(const FileContent& file);
    /// One of the renditions of a picture, by its name ("720.avif").
    [[nodiscard]] static html::Url rendition(const MadePicture& picture, std::string_view name);
    /// What is shown with a link to a page elsewhere: a JPEG of share_width by share_height pixels around the focal
    /// point. Nothing before it has been made.
    [[nodiscard]] static std::optional<html::Url> share_picture(const Picture& picture);

  private:
    [[nodiscard]] std::string at(std::string_view key) const;

    const Catalogue& words_;
};

/// The kinds of records that have pages, in the order of the sitemap.
inline constexpr std::array kinds_with_pages{RecordKind::partnership,     RecordKind::activity,
                                             RecordKind::field_of_action, RecordKind::series,
                                             RecordKind::agreement,       RecordKind::organisation};

} // namespace interregio::portal::web
