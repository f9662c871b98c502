#include "modules/open_data/csv.h"

namespace interregio::open_data {

CsvWriter::CsvWriter(char separator) : separator_(separator), out_("\xEF\xBB\xBF") {}

void CsvWriter::cell(std::string_view text) {
    // A cell that begins like this is carried out, not shown (https://owasp.org/www-community/attacks/CSV_Injection).
    const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
    const bool quoted = formula || text.find_first_of("\",\r\n;\t") != std::string_view::npos;
    if (quoted) out_ += '"';
    if (formula) out_ += '\'';
    for (const char c : text) {
        if (c == '"') out_ += '"';
        out_ += c;
    }
    if (quoted) out_ += '"';
}

void CsvWriter::row(const std::vector<std::string>& cells) {
    bool first = true;
    for (const auto& text : cells) {
        if (!first) out_ += separator_;
        cell(text);
        first = false;
    }
    out_ += "\r\n";
}

} // namespace interregio::open_data
