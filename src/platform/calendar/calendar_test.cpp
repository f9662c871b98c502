#include "platform/calendar/calendar.h"

#include <gtest/gtest.h>
#include <libical/ical.h>
#include <memory>

namespace interregio::calendar {
namespace {

using namespace std::chrono_literals;

Event event() {
    Event made;
    made.uid = "018f0000-0000-7000-8000-000000000001";
    made.first = 2025y / std::chrono::October / 7;
    made.last = 2025y / std::chrono::October / 8;
    made.title = "Treffen; mit Komma, Rückstrich \\ und Absatz";
    made.description = "Erste Zeile\nzweite Zeile, „mit Zeichen“";
    made.location = "Łódź";
    made.url = "https://example.org/de/aktivitaeten/treffen";
    made.changed = "2026-03-01T09:30:00Z";
    return made;
}

Calendar calendar(std::vector<Event> events) { return {"Chronik", languages::german, std::move(events)}; }

struct Free {
    void operator()(icalcomponent* component) const { icalcomponent_free(component); }
};
using Component = std::unique_ptr<icalcomponent, Free>;

Component parsed(const std::string& text) { return Component(icalparser_parse_string(text.c_str())); }

std::vector<std::string_view> lines(const std::string& text) {
    std::vector<std::string_view> list;
    std::string_view rest = text;
    while (!rest.empty()) {
        const auto end = rest.find("\r\n");
        EXPECT_NE(end, std::string_view::npos) << "every line ends in CR LF";
        if (end == std::string_view::npos) break;
        list.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 2);
    }
    return list;
}

TEST(Calendar, IsReadByLibicalAsItWasMeant) {
    const Component read = parsed(write(calendar({event()})));
    ASSERT_TRUE(read);
    EXPECT_EQ(icalcomponent_count_errors(read.get()), 0);
    icalcomponent* const first = icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT);
    ASSERT_NE(first, nullptr);
    EXPECT_STREQ(icalcomponent_get_uid(first), event().uid.c_str());
    EXPECT_STREQ(icalcomponent_get_summary(first), event().title.c_str());
    EXPECT_STREQ(icalcomponent_get_description(first), event().description.c_str());
    EXPECT_STREQ(icalcomponent_get_location(first), "Łódź");
    EXPECT_EQ(icalcomponent_get_status(first), ICAL_STATUS_CONFIRMED);
    const auto start = icalcomponent_get_dtstart(first);
    const auto end = icalcomponent_get_dtend(first);
    EXPECT_TRUE(start.is_date);
    EXPECT_EQ(start.day, 7);
    EXPECT_EQ(end.day, 9) << "the end is exclusive";
}

TEST(Calendar, EndsOverTheBorderOfAYear) {
    Event made = event();
    made.first = made.last = 2024y / std::chrono::December / 31;
    const Component read = parsed(write(calendar({made})));
    const auto end = icalcomponent_get_dtend(icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT));
    EXPECT_EQ(end.year, 2025);
    EXPECT_EQ(end.month, 1);
    EXPECT_EQ(end.day, 1);
}

TEST(Calendar, SaysWhatIsCancelled) {
    Event made = event();
    made.status = EventStatus::cancelled;
    const Component read = parsed(write(calendar({made})));
    EXPECT_EQ(icalcomponent_get_status(icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT)),
              ICAL_STATUS_CANCELLED);
}

TEST(Calendar, FoldsAtSeventyFiveOctetsBetweenCharacters) {
    // Each length, so that the fold falls on every octet of a character once.
    for (std::size_t length = 60; length < 240; ++length) {
        Event made = event();
        made.title.assign(length % 7, 'a');
        while (made.title.size() < length) made.title += length % 2 == 0 ? "ł" : "€";
        const std::string text = write(calendar({made}));
        for (const auto line : lines(text)) {
            EXPECT_LE(line.size(), 75U);
            ASSERT_FALSE(line.empty());
            EXPECT_NE(static_cast<unsigned char>(line.back()) & 0xC0U, 0xC0U) << "ends within a character: " << line;
        }
        const Component read = parsed(text);
        EXPECT_STREQ(icalcomponent_get_summary(icalcomponent_get_first_component(read.get(), ICAL_VEVENT_COMPONENT)),
                     made.title.c_str());
    }
}

TEST(Calendar, MayBeEmpty) {
    const Component read = parsed(write(calendar({})));
    ASSERT_TRUE(read);
    EXPECT_EQ(icalcomponent_count_components(read.get(), ICAL_VEVENT_COMPONENT), 0);
}

} // namespace
} // namespace interregio::calendar
