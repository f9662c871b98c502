#include "modules/workspace/web/account_parts.h"

#include "modules/portal/web/parts.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace interregio::workspace::web {

using namespace accounts;
using namespace html;

namespace {

/// As coarse as it may be: nobody waits by the second for an hour.
std::string duration_words(const View& view, std::int64_t seconds) {
    constexpr std::int64_t minute = 60;
    constexpr std::int64_t hour = 60 * minute;
    if (seconds < 2 * minute) return view.words.count("duration.seconds", seconds);
    if (seconds < 2 * hour) return view.words.count("duration.minutes", (seconds + minute - 1) / minute);
    return view.words.count("duration.hours", (seconds + hour - 1) / hour);
}

} // namespace

FormErrors errors_of(const View& view, const Refusal& refusal, std::string_view field) {
    FormErrors errors;
    Refusal shown = refusal;
    if (refusal.key == "refusal.sign_in.wait")
        for (auto& [name, value] : shown.arguments)
            if (name == "seconds") {
                const auto words = duration_words(view, number_in(value));
                name = "duration";
                value = words;
            }
    errors.list.push_back({std::string(field), std::move(shown)});
    return errors;
}

int status_of(const Refusal& refusal) { return refusal.key == "refusal.sign_in.wait" ? 429 : 422; }

std::string organisation_name(const Call& call, Id<Organisation> organisation) {
    const auto link = portal::organisation_link({call.connection, call.view.language()}, organisation);
    return link.short_name.value_or(link.page.name.body);
}

std::string scope_name(const Call& call, const Scope& scope) {
    if (const auto* organisation = std::get_if<Id<Organisation>>(&scope)) return organisation_name(call, *organisation);
    return portal::page_link({call.connection, call.view.language()}, std::get<Id<Partnership>>(scope)).name.body;
}

std::string role_words(const View& view, Role role) { return view.named(role, "role."); }

std::string grant_words(const Call& call, const Grant& grant) {
    return call.view.text("role.for",
                          {{"role", role_words(call.view, grant.role)}, {"scope", scope_name(call, grant.scope)}});
}

Node grant_list(const Call& call, const accounts::Account& account) {
    if (account.grants.empty()) return p(call.view.text("profile.no_roles"));
    return ul(cls("plain-list"),
              each(account.grants, [&](const Grant& grant) { return li(grant_words(call, grant)); }));
}

Node moment(const View& view, std::string_view stamp) {
    const auto day = PartialDate::parse(stamp.substr(0, 10));
    if (!day || stamp.size() < 16) return text(stamp);
    return time(datetime(stamp),
                in_words(*day, view.language(), DatePhrase::standalone) + ", " + std::string(stamp.substr(11, 5)),
                " UTC");
}

Node moment(const View& view, Clock::Time time_point) { return moment(view, timestamp(time_point)); }

std::string browser_words(const View& view, const std::string& user_agent) {
    using Names = std::array<std::pair<std::string_view, std::string_view>, 6>;
    // The first that is found: all call themselves after others, too.
    constexpr Names browsers{{{"Edg", "Edge"},
                              {"OPR/", "Opera"},
                              {"Firefox/", "Firefox"},
                              {"Chrome/", "Chrome"},
                              {"Safari/", "Safari"},
                              {"curl/", "curl"}}};
    constexpr Names systems{{{"Android", "Android"},
                             {"iPhone", "iPhone"},
                             {"iPad", "iPad"},
                             {"Windows", "Windows"},
                             {"Macintosh", "macOS"},
                             {"Linux", "Linux"}}};
    const auto named = [&](const Names& names) {
        const auto found =
            std::ranges::find_if(names, [&](const auto& name) { return user_agent.contains(name.first); });
        return found == names.end() ? std::string() : std::string(found->second);
    };
    const std::string browser = named(browsers);
    const std::string system = named(systems);
    if (browser.empty()) return user_agent.empty() ? view.text("session.unknown") : user_agent;
    return system.empty() ? browser : browser + ", " + system;
}

std::optional<http::Response> ask_again(const Workspace& workspace, const Call& call, const std::string& page) {
    if (call.visit && call.visit->session.freshly_proved(workspace.clock().now())) return std::nullopt;
    return Workspace::go(with_next(call.paths.confirm(), page));
}

std::string with_next(const std::string& page, const std::string& next) {
    if (next.empty()) return page;
    return page + (page.contains('?') ? '&' : '?') + "next=" + http::encode_query(next);
}

Node fact(const View& view, std::string_view term, const Node& description) {
    return div(cls("kern-description-list-item"), dt(cls("kern-description-list-item__key"), view.text(term)),
               dd(cls("kern-description-list-item__value"), description));
}

Node head_cell(const View& view, std::string_view key) {
    return th(cls("kern-table__header"), html::scope("col"), view.text(key));
}

Node scrolled_table(const View& view, std::string_view heading, std::initializer_list<std::string_view> head,
                    const Node& rows, std::string_view css) {
    return div(
        cls(css.empty() ? "table-scroll" : "table-scroll " + std::string(css)), attribute<"tabindex">("0"),
        role("region"), aria_label(heading),
        table(cls("kern-table"),
              thead(tr(cls("kern-table__row"), each(head, [&](std::string_view key) { return head_cell(view, key); }))),
              tbody(rows)));
}

std::vector<Choice> language_choices(const View& view) {
    std::vector<Choice> choices;
    for (const Language language : view.site.languages)
        if (const auto* words = Catalogue::find(language))
            choices.push_back({std::string(language.tag()), words->text("language.self")});
    return choices;
}

Node desk_crumb(const Call& call) {
    return nav(cls("breadcrumb"), aria_label(call.view.text("shell.here")),
               ol(li(a(href(Url::path(call.paths.desk())), call.view.text("workspace.desk")))));
}

Node part(std::string_view heading, const Node& contents) {
    return section(cls("workspace-part"), h2(cls("kern-heading-large"), heading), contents);
}

} // namespace interregio::workspace::web
