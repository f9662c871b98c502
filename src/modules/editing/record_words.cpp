#include "modules/editing/record_words.h"

#include "base/partial_date_words.h"
#include "modules/editing/typed_number.h"

#include <cmath>

namespace interregio::editing {

void RecordWords::add(std::string_view name, std::string words) {
    lines_.push_back({.place = place_ + std::string(name),
                      .key = key_ + "." + std::string(name),
                      .row = row_,
                      .number = number_,
                      .words = std::move(words)});
}

void RecordWords::operator()(std::string_view name, const LocalizedText& text, const TextLimits& limits) {
    for (const TextVersion& version : text.versions) {
        add(name, version.body);
        FieldLine& line = lines_.back();
        line.place += "/" + std::string(version.language.tag());
        line.language = version.language;
        if (limits.markup == Markup::commonmark) line.holds = FieldLine::Holds::prose;
    }
}

std::string RecordWords::line(const std::string& value, const StringLimits& limits) const {
    return limits.form == StringForm::country ? catalogue_.country_name(value) : value;
}

std::string RecordWords::words(std::int64_t value) const { return catalogue_.number(static_cast<double>(value)); }

std::string RecordWords::words(double value) const {
    // Grouped numbers are cut after three decimals: coordinates are not to be.
    const bool is_short = value == std::round(value * 1000) / 1000;
    return is_short ? catalogue_.number(value) : typed_number(value, catalogue_.language());
}

std::string RecordWords::words(const PartialDate& date) const {
    return in_words(date, catalogue_.language(), DatePhrase::standalone);
}

std::string RecordWords::name(RecordKind kind, const Uuid& id) const {
    const auto found = names_.title(kind, id);
    return found ? found->name : catalogue_.text("history.gone");
}

} // namespace interregio::editing
