#pragma once
// Tables as comma-separated values (RFC 4180) that spreadsheet programs open as they are meant. Pure.

#include <string>
#include <string_view>
#include <vector>

namespace interregio::open_data {

/// UTF-8 with a byte order mark, by which spreadsheet programs know it.
class CsvWriter {
  public:
    /// German and Polish spreadsheet programs expect semicolons, as the comma parts their decimals.
    explicit CsvWriter(char separator = ',');
    /// A row; the first is the header. What a spreadsheet would take for a formula gets an apostrophe in front.
    void row(const std::vector<std::string>& cells);
    [[nodiscard]] std::string take() && { return std::move(out_); }

  private:
    void cell(std::string_view text);
    char separator_;
    std::string out_;
};

} // namespace interregio::open_data
