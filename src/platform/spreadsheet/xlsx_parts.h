#pragma once
// The parts of an XLSX file that tables are made of (SpreadsheetML, ECMA-376, part 1, 18). Internal to this folder.

#include "platform/spreadsheet/day_serial.h"
#include "platform/spreadsheet/table_builder.h"
#include "platform/spreadsheet/xml_reader.h"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::spreadsheet {

/// The sheets of a workbook in the order of their tabs.
class WorkbookListener final : public XmlListener {
  public:
    struct NamedSheet {
        std::string name;
        std::string relation; ///< the id of it
    };
    std::vector<NamedSheet> sheets;
    DaySystem day_system = DaySystem::since_1900;

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view) override {}
};

/// Which styles of cells show a number as a day.
class StylesListener final : public XmlListener {
  public:
    /// By the number of the style.
    [[nodiscard]] bool shows_day(std::size_t style) const { return style < days_.size() && days_[style]; }

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;

    std::map<std::string, bool, std::less<>> own_formats_; ///< whether the format of that id shows a day
    std::vector<bool> days_;
    bool in_cell_styles_ = false;
};

/// Whether a number format shows a day, maybe with a time; not for times alone (ECMA-376, part 1, 18.8.31).
[[nodiscard]] bool format_shows_day(std::string_view code);

/// The texts that cells refer to by number.
class StringsListener final : public XmlListener {
  public:
    explicit StringsListener(const Limits& limits) : limits_(limits) {}
    std::vector<std::string> strings;

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    const Limits& limits_;
    std::size_t bytes_ = 0;
    bool in_text_ = false, in_phonetic_ = false;
};

/// A text as it is meant: "_x000A_" stands for the character of that number (ST_Xstring, 22.9.2.19).
[[nodiscard]] std::string without_escapes(std::string_view text);

} // namespace interregio::spreadsheet
