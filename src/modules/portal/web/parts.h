#pragma once
// The small parts of pages: icons, badges, sections, pictures, downloads, sources. Their classes are those of assets/.

#include "modules/portal/web/view.h"

namespace interregio::portal::web {

/// Decorative; `name` is one of the icons of the styles. A compile-time literal, so that no text becomes a class.
[[nodiscard]] html::Node icon(html::Literal name);
/// The mark of the site: two circles that share something. Decorative.
[[nodiscard]] html::Node mark();

enum class BadgeKind { success, info, open, warning, danger, neutral };
[[nodiscard]] html::Node badge(BadgeKind kind, html::Literal icon_name, std::string_view words);
[[nodiscard]] html::Node status_badge(const View& view, ActivityStatus status);
/// Nothing for what has been held, which is the normal case in lists.
[[nodiscard]] html::Node status_badge_in_list(const View& view, ActivityStatus status);

/// The heading of a page; smaller on phones where a word of it would not fit into a line there.
[[nodiscard]] html::Node page_heading(const View& view, const ShownText& heading);
/// As page_heading(), on a first screen.
[[nodiscard]] html::Node display_heading(const View& view, const ShownText& heading);

/// A part of a page with its heading. `name` is its id.
[[nodiscard]] html::Node section_of_page(std::string_view name, std::string_view heading, const html::Node& contents);
[[nodiscard]] html::Node tinted_section(std::string_view name, std::string_view heading, const html::Node& contents);
/// With the heading at the side where there is room: for short texts and lists.
[[nodiscard]] html::Node section_beside(std::string_view name, std::string_view heading, const html::Node& contents);
/// With a link beside the heading.
[[nodiscard]] html::Node section_with_link(std::string_view name, std::string_view heading, const html::Url& url,
                                           std::string_view link_words, const html::Node& contents);
/// A part of the main column of an activity or agreement.
[[nodiscard]] html::Node detail_section(std::string_view name, std::string_view heading, const html::Node& contents);

/// A section of a long page: its id and its heading.
struct SectionName {
    std::string_view name;
    std::string heading;
};
/// Links to the sections of this page.
[[nodiscard]] html::Node page_navigation(const View& view, const std::vector<SectionName>& sections);

enum class Loading { eager, lazy };
/// Where a picture stands. How wide it is there tells the browser which of the files to take (attribute `sizes`): the
/// widths are those of the styles (assets/styles/), measured by tests/browser/pictures.test.js.
enum class PictureRoom {
    hero,      ///< a first screen: across the page, or half of it
    opening,   ///< above the text, as wide as the page
    column,    ///< the main column beside another
    lead,      ///< the large card above the others
    card,      ///< a card among others
    entry,     ///< in the timeline
    thumbnail, ///< in a gallery
    screen,    ///< the whole window
};
/// Eager pictures of a hero come before all others.
[[nodiscard]] html::Node image(const View& view, const Picture& picture, Loading loading,
                               PictureRoom room = PictureRoom::card);
/// The picture with caption and credit line.
[[nodiscard]] html::Node picture_figure(const View& view, const Picture& picture, Loading loading,
                                        PictureRoom room = PictureRoom::column);

/// Caption and credit line, as a <figcaption>.
[[nodiscard]] html::Node picture_caption(const View& view, const Picture& picture);

[[nodiscard]] html::Node download_list(const View& view, const std::vector<Download>& downloads);
[[nodiscard]] html::Node source_list(const View& view, const std::vector<SourceNote>& sources);
/// The title of a source, linked where it is on the web.
[[nodiscard]] html::Node source_title(const View& view, const SourceNote& source);
/// Who says so: the publisher, or the title of the source.
[[nodiscard]] html::Node source_voice(const View& view, const SourceNote& source);
/// source_voice(), linked where the source is on the web.
[[nodiscard]] html::Node source_link(const View& view, const SourceNote& source);

[[nodiscard]] html::Node contact_list(const View& view, const std::vector<ContactCard>& contacts, int heading_level);
[[nodiscard]] html::Node party_names(const View& view, const std::vector<OrganisationLink>& parties);
[[nodiscard]] html::Node tags(const View& view, const std::vector<PageLink>& links);
[[nodiscard]] html::Node alert(std::string_view heading, const html::Node& contents);

/// One line of the "at a glance" box.
[[nodiscard]] html::Node glance_item(std::string_view term, const html::Node& description);
[[nodiscard]] html::Node glance_box(const View& view, const html::Node& items);

} // namespace interregio::portal::web
