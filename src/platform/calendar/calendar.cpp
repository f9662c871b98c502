#include "platform/calendar/calendar.h"

#include <cstdio>
#include <string_view>

namespace interregio::calendar {
namespace {

/// RFC 5545, 3.3.11
std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == ';' || c == ',') out += '\\';
        out += c;
    }
    return out;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

class Writer {
  public:
    /// One content line, folded so that no line is longer than 75 octets and none ends within a character (3.1).
    void line(std::string_view content) {
        constexpr std::size_t most = 75;
        std::size_t room = most;
        while (content.size() > room) {
            std::size_t end = room;
            while (continues_character(content[end])) --end;
            out_.append(content.substr(0, end)).append("\r\n ");
            content.remove_prefix(end);
            room = most - 1; // the space counts
        }
        out_.append(content).append("\r\n");
    }
    void text(std::string_view name, std::string_view value) {
        if (!value.empty()) line(std::string(name) + ":" + escaped(value));
    }
    [[nodiscard]] std::string take() && { return std::move(out_); }

  private:
    std::string out_;
};

std::string date(std::chrono::year_month_day day) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d%02u%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                  static_cast<unsigned>(day.day()));
    return text;
}

/// "2026-03-01T09:30:00Z" -> "20260301T093000Z" (3.3.5)
std::string time(std::string_view timestamp) {
    std::string out;
    for (const char c : timestamp)
        if (c != '-' && c != ':') out += c;
    return out;
}

std::string_view name_of(EventStatus status) {
    switch (status) {
    case EventStatus::tentative:
        return "TENTATIVE";
    case EventStatus::confirmed:
        return "CONFIRMED";
    case EventStatus::cancelled:
        return "CANCELLED";
    }
    return {};
}

void write(Writer& writer, const Event& event, const std::string& language) {
    writer.line("BEGIN:VEVENT");
    writer.line("UID:" + event.uid);
    writer.line("DTSTAMP:" + time(event.changed));
    writer.line("LAST-MODIFIED:" + time(event.changed));
    writer.line("DTSTART;VALUE=DATE:" + date(event.first));
    // The day after: an end is exclusive (3.6.1).
    writer.line("DTEND;VALUE=DATE:" + date(std::chrono::sys_days(event.last) + std::chrono::days(1)));
    writer.line("STATUS:" + std::string(name_of(event.status)));
    writer.line("TRANSP:TRANSPARENT"); // whole days that leave people free for others
    writer.text("SUMMARY" + language, event.title);
    writer.text("DESCRIPTION" + language, event.description);
    writer.text("LOCATION" + language, event.location);
    if (!event.url.empty()) writer.line("URL:" + event.url);
    writer.line("END:VEVENT");
}

} // namespace

std::string write(const Calendar& calendar) {
    const std::string language = ";LANGUAGE=" + std::string(calendar.language.tag());
    Writer writer;
    writer.line("BEGIN:VCALENDAR");
    writer.line("VERSION:2.0");
    writer.line("PRODID:-//Interregio//Calendar//EN");
    writer.line("CALSCALE:GREGORIAN");
    writer.line("METHOD:PUBLISH");
    writer.text("NAME" + language, calendar.name);
    writer.text("X-WR-CALNAME", calendar.name); // what programs read that do not know NAME
    writer.line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
    writer.line("X-PUBLISHED-TTL:P1D");
    for (const Event& event : calendar.events) write(writer, event, language);
    writer.line("END:VCALENDAR");
    return std::move(writer).take();
}

} // namespace interregio::calendar
