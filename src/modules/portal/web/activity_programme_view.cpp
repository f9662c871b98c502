// Programme and series of an activity: declared in activity_parts.h.
#include "modules/portal/web/activity_parts.h"
#include "modules/portal/web/parts.h"

#include <algorithm>

namespace interregio::portal::web {

using namespace html;

namespace {

/// "9.30" in German, "9:30" elsewhere, as the catalogue has it.
Node time_of_day(const View& view, const std::string& clock) {
    const auto hours = clock.substr(0, 2);
    const auto shown_hours = hours.starts_with('0') ? hours.substr(1) : hours;
    return time(datetime(clock), view.text("time.clock", {{"hours", shown_hours}, {"minutes", clock.substr(3)}}));
}

Node when_of(const View& view, const ProgrammeLine& item) {
    if (!item.begins) return {};
    return group(span(cls("programme__when"), time_of_day(view, *item.begins),
                      when(item.ends, [&](const std::string& ends) { return group("–", time_of_day(view, ends)); })),
                 " ");
}

/// Letters of A to Z made small; others stay.
std::string lowered(std::string_view words) {
    std::string out(words);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

/// How many letters two words begin with in common.
std::size_t common_beginning(std::string_view a, std::string_view b) {
    std::size_t length = 0;
    while (length < std::min(a.size(), b.size()) && a[length] == b[length]) ++length;
    return length;
}

/// Whether the title says where: every word of the place's name is in it, perhaps with another ending ("Kopalnia
/// Guido" in "Zwiedzanie Kopalni Guido"). Short words need not be.
bool names_place(std::string_view title_words, const PlaceName& where) {
    const auto words_of = [](std::string_view text_of) {
        std::vector<std::string> words;
        for (std::size_t at = 0; at < text_of.size();) {
            const auto end = std::min(text_of.find_first_of(" ,:;()-", at), text_of.size());
            if (end > at) words.push_back(lowered(text_of.substr(at, end - at)));
            at = end + 1;
        }
        return words;
    };
    constexpr std::size_t short_word = 3;
    constexpr std::size_t longest_ending = 3;
    const auto title_list = words_of(title_words);
    return std::ranges::all_of(words_of(where.name.body), [&](const std::string& part) {
        return part.size() < short_word ||
               std::ranges::any_of(
                   title_list,
                   [&](const std::string& word) {
                       const auto common = common_beginning(part, word);
                       return word == part || (common > longest_ending && common + longest_ending >= part.size() &&
                                               common + longest_ending >= word.size());
                   });
    });
}

Node programme_item(const View& view, const ProgrammeLine& item) {
    // A visit is often named after the place.
    const bool say_place = item.place && !names_place(item.title.body, *item.place);
    return li(when_of(view, item),
              span(cls("programme__what"), line(view, item.title),
                   when(say_place, [&] { return group(", ", line(view, item.place->name)); })),
              when(item.description, [&](const ShownText& words) { return prose(view, words); }));
}

Node edition(const View& view, const ActivityPage& page, const EditionLink& link_to) {
    const Node words =
        group(date(view, link_to.date), " ", small(lang_of(view, link_to.page.name), link_to.page.name.body));
    if (link_to.page.id == page.page.id) return li(span(aria_current("page"), words));
    return li(a(href(view.paths.to(link_to.page)), words));
}

} // namespace

Node activity_programme(const View& view, const ActivityPage& page) {
    if (page.programme.empty()) return {};
    Node days;
    for (std::size_t begin = 0; begin < page.programme.size();) {
        const auto& day = page.programme[begin].day;
        Node items;
        bool timed = false; // whether there is need for a column of times
        std::size_t end = begin;
        for (; end < page.programme.size() && page.programme[end].day == day; ++end) {
            items += programme_item(view, page.programme[end]);
            timed = timed || page.programme[end].begins.has_value();
        }
        days += group(
            when(day, [&](const PartialDate& shown_day) { return h3(cls("programme__day"), date(view, shown_day)); }),
            ol(cls(timed ? "programme programme--timed" : "programme"), items));
        begin = end;
    }
    return detail_section("programme", view.text("activity.programme"), days);
}

Node activity_series(const View& view, const ActivityPage& page) {
    if (!page.series) return {};
    const Node heading = fill(view.text("activity.series"), {{"series", line(view, page.series->name)}});
    return section(aria_labelledby("series"),
                   h2(cls("kern-heading-medium"), id("series"), a(href(view.paths.to(*page.series)), heading)),
                   when(page.edition,
                        [&](std::int64_t number) {
                            return p(view.text("activity.edition", {{"number", std::to_string(number)}}));
                        }),
                   when(page.editions.size() > 1, [&] {
                       return ol(cls("editions"), each(page.editions, [&](const EditionLink& link_to) {
                                     return edition(view, page, link_to);
                                 }));
                   }));
}

} // namespace interregio::portal::web
