#pragma once
// The cells of one sheet of an XLSX file (ECMA-376, part 1, 18.3.1). Internal to this folder.

#include "platform/spreadsheet/xlsx_parts.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace interregio::spreadsheet {

/// What the cells of all sheets refer to. All must live as long as the listener.
struct WorkbookContext {
    const std::vector<std::string>& strings;
    const StylesListener& styles;
    DaySystem day_system;
    const Limits& limits;
};

/// Puts the cells into the last sheet of the builder.
class SheetListener final : public XmlListener {
  public:
    SheetListener(const WorkbookContext& context, TableBuilder& builder) : context_(context), builder_(builder) {}

  private:
    void begin(std::string_view name, const XmlAttributes& attributes) override;
    void end(std::string_view name) override;
    void text(std::string_view text) override;

    void begin_row(const XmlAttributes& attributes);
    void begin_cell(const XmlAttributes& attributes);
    void end_cell();
    [[nodiscard]] std::optional<Cell> cell() const;
    [[nodiscard]] Cell number_or_day() const;

    const WorkbookContext& context_;
    TableBuilder& builder_;
    std::size_t next_row_ = 0, next_column_ = 0;
    bool in_cell_ = false, in_value_ = false, in_inline_ = false, in_phonetic_ = false;
    std::string type_, value_;
    std::size_t style_ = 0;
};

} // namespace interregio::spreadsheet
