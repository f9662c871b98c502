#include "modules/portal/web/linked_data.h"

#include <nlohmann/json.hpp>

namespace interregio::portal::web {
namespace {

using Json = nlohmann::ordered_json;

Json object(const char* type) { return {{"@type", type}}; }
Json document_of(const char* type) { return {{"@context", "https://schema.org"}, {"@type", type}}; }

std::string address_of(const View& view, const PageLink& page) { return view.absolute(view.paths.to(page).text()); }

Json image(const View& view, const Picture& picture) {
    Json json = object("ImageObject");
    json["contentUrl"] = view.absolute(Paths::media(picture.file).text());
    json["creditText"] = picture.credit;
    if (picture.caption) json["caption"] = picture.caption->body;
    return json;
}

/// Cut to the shape that other sites show, once that is made.
void share(const std::optional<Picture>& picture, PageParts& parts) {
    if (!picture) return;
    const auto cut = Paths::share_picture(*picture);
    parts.share_picture =
        SharePicture{(cut ? *cut : Paths::media(picture->file)).text(),
                     picture->alt ? picture->alt->body : std::string{}, cut ? share_width : 0, cut ? share_height : 0};
}

Json organisation_data(const View& view, const OrganisationLink& link, const char* type = "Organization") {
    Json json = object(type);
    json["name"] = link.page.name.body;
    if (link.short_name) json["alternateName"] = *link.short_name;
    json["url"] = address_of(view, link.page);
    return json;
}

Json place_of(const PlaceName& place) {
    Json json = object("Place");
    json["name"] = place.name.body;
    Json where = object("PostalAddress");
    where["addressLocality"] = place.town ? place.town->body : place.name.body;
    where["addressCountry"] = place.country;
    json["address"] = std::move(where);
    return json;
}

const char* type_of(OrganisationKind kind) {
    switch (kind) {
    case OrganisationKind::metropolitan_authority:
    case OrganisationKind::municipality:
    case OrganisationKind::district:
    case OrganisationKind::county:
    case OrganisationKind::eu_institution:
        return "GovernmentOrganization";
    case OrganisationKind::university:
        return "CollegeOrUniversity";
    default:
        return "Organization";
    }
}

/// https://schema.org/EventStatusType; empty for what is not announced yet.
const char* event_status(ActivityStatus status) {
    switch (status) {
    case ActivityStatus::announced:
    case ActivityStatus::held:
        return "https://schema.org/EventScheduled";
    case ActivityStatus::postponed:
        return "https://schema.org/EventPostponed";
    case ActivityStatus::cancelled:
        return "https://schema.org/EventCancelled";
    case ActivityStatus::idea:
    case ActivityStatus::planned:
        break;
    }
    return "";
}

const char* attendance_mode(Form form) {
    switch (form) {
    case Form::online:
        return "https://schema.org/OnlineEventAttendanceMode";
    case Form::hybrid:
        return "https://schema.org/MixedEventAttendanceMode";
    case Form::on_site:
        break;
    }
    return "https://schema.org/OfflineEventAttendanceMode";
}

/// ISO 8601, for what can be said in it.
void add_day(Json& json, const char* name, const std::optional<DatePoint>& point) {
    if (point && point->qualifier == DateQualifier::certain && point->precision != DatePrecision::season)
        json[name] = PartialDate(*point).edtf();
}

void add_when_and_where(const ActivityPage& page, Json& json) {
    add_day(json, "startDate", page.date.start());
    add_day(json, "endDate", page.date.end());
    json["eventStatus"] = event_status(page.status);
    json["eventAttendanceMode"] = attendance_mode(page.form);
    if (page.places.empty()) return;
    json["location"] = Json::array();
    for (const auto& place : page.places) json["location"].push_back(place_of(place));
}

void add_organisers(const View& view, const ActivityPage& page, Json& json) {
    Json organisers = Json::array();
    for (const auto& line : page.organisations)
        if (line.role == OrganisationRole::host || line.role == OrganisationRole::co_organiser)
            organisers.push_back(organisation_data(view, line.organisation));
    if (!organisers.empty()) json["organizer"] = std::move(organisers);
}

/// The name of the page's subject, and where it is.
Json named(const View& view, const PageLink& page, const PageParts& parts, const char* type) {
    Json json = document_of(type);
    json["name"] = page.name.body;
    json["url"] = address_of(view, page);
    if (!parts.description.empty()) json["description"] = parts.description;
    return json;
}

} // namespace

void add_linked_data(const View& view, const ActivityPage& page, PageParts& parts) {
    parts.embedding = PageParts::Embedding::timeline;
    if (!page.pictures.empty()) share(page.pictures.front(), parts);
    if (page.date.days_known()) parts.calendar = view.paths.activity_calendar(page.page.slug);
    // An idea or a plan is no event that anybody could go to.
    if (*event_status(page.status) == '\0') return;
    Json json = named(view, page.page, parts, page.kind == ActivityKind::festival ? "Festival" : "Event");
    add_when_and_where(page, json);
    add_organisers(view, page, json);
    if (page.series) {
        json["superEvent"] = object("EventSeries");
        json["superEvent"]["name"] = page.series->name.body;
        json["superEvent"]["url"] = address_of(view, *page.series);
    }
    if (!page.pictures.empty()) json["image"] = Json::array();
    for (const auto& picture : page.pictures) json["image"].push_back(image(view, picture));
    parts.linked_data.push_back(json.dump());
}

void add_linked_data(const View& view, const OrganisationPage& page, PageParts& parts) {
    parts.embedding = PageParts::Embedding::timeline;
    Json json = named(view, page.organisation.page, parts, type_of(page.kind));
    if (page.organisation.short_name) json["alternateName"] = *page.organisation.short_name;
    if (page.official_name) json["legalName"] = page.official_name->body;
    if (page.address) json["address"] = *page.address;
    Json websites = Json::array();
    for (const auto& website : page.websites) websites.push_back(website.url);
    if (!websites.empty()) json["sameAs"] = std::move(websites);
    if (page.parent) json["parentOrganization"] = organisation_data(view, *page.parent);
    parts.linked_data.push_back(json.dump());
}

void add_linked_data(const View& view, const PartnershipPage& page, PageParts& parts) {
    parts.embedding = PageParts::Embedding::timeline;
    share(page.picture, parts);
    // schema.org has no word for a partnership: the page is about its parties.
    Json json = named(view, page.page, parts, "WebPage");
    json["about"] = Json::array();
    for (const auto& partner : page.partners) json["about"].push_back(organisation_data(view, partner.organisation));
    if (page.picture) json["primaryImageOfPage"] = image(view, *page.picture);
    parts.linked_data.push_back(json.dump());
}

void add_linked_data(const View& view, const SeriesPage& page, PageParts& parts) {
    parts.embedding = PageParts::Embedding::timeline;
    share(page.picture, parts);
    Json json = named(view, page.page, parts, "EventSeries");
    if (page.picture) json["image"] = image(view, *page.picture);
    parts.linked_data.push_back(json.dump());
}

void add_linked_data(const View& view, const HomePage& page, PageParts& parts) {
    if (!page.partnerships.empty()) share(page.partnerships.front().picture, parts);
    Json json = document_of("WebSite");
    json["name"] = view.site.name.body;
    json["url"] = view.absolute(view.paths.home());
    json["inLanguage"] = std::string(view.language().tag());
    if (!view.site.parties.empty()) json["about"] = Json::array();
    for (const auto& party : view.site.parties) json["about"].push_back(organisation_data(view, party.organisation));
    parts.linked_data.push_back(json.dump());
}

std::string breadcrumb_data(const View& view, const PageParts& parts) {
    const auto own = view.alternates.find(view.language());
    if (parts.breadcrumb.empty() || own == view.alternates.end()) return {};
    Json json = document_of("BreadcrumbList");
    json["itemListElement"] = Json::array();
    const auto add = [&](const std::string& name, const std::string& path) {
        Json item = object("ListItem");
        item["position"] = json["itemListElement"].size() + 1;
        item["name"] = name;
        item["item"] = view.absolute(path);
        json["itemListElement"].push_back(std::move(item));
    };
    add(view.text("nav.home"), view.paths.home());
    for (const auto& crumb : parts.breadcrumb)
        add(html::plain_text(crumb.name), crumb.url ? crumb.url->text() : own->second);
    return json.dump();
}

} // namespace interregio::portal::web
