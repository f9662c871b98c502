#include "platform/spreadsheet/csv_reader.h"

#include "platform/spreadsheet/refused.h"
#include "platform/spreadsheet/table_builder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace interregio::spreadsheet {
namespace {

constexpr std::array separators{';', '\t', ','};
constexpr std::size_t rows_to_look_at = 20;

/// Takes one field after the other from the front of a text.
class FieldReader {
  public:
    enum class Behind { field, row, end };

    FieldReader(std::string_view text, char separator) : rest_(text), separator_(separator) {}

    /// What follows the field: another one, another row, or nothing.
    Behind next(std::string& field) {
        field.clear();
        if (rest_.starts_with('"') && !read_quoted(field)) closed_ = false;
        const std::size_t end = std::min(rest_.find_first_of(ends()), rest_.size());
        field += rest_.substr(0, end);
        rest_.remove_prefix(end);
        if (rest_.empty()) return Behind::end;
        const bool row = rest_.front() != separator_;
        rest_.remove_prefix(rest_.starts_with("\r\n") ? 2 : 1);
        return row ? Behind::row : Behind::field;
    }

    [[nodiscard]] bool closed() const { return closed_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

  private:
    std::string_view ends() const { return {ends_.data(), ends_.size()}; }

    /// Up to the closing quotation mark; whether there was one.
    bool read_quoted(std::string& field) {
        rest_.remove_prefix(1);
        while (true) {
            const std::size_t mark = rest_.find('"');
            field += rest_.substr(0, mark);
            if (mark == rest_.npos) {
                rest_ = {};
                return false;
            }
            rest_.remove_prefix(mark + 1);
            if (!rest_.starts_with('"')) return true;
            field += '"';
            rest_.remove_prefix(1);
        }
    }

    std::string_view rest_;
    char separator_;
    std::array<char, 3> ends_{separator_, '\r', '\n'};
    bool closed_ = true;
};

struct Fit {
    std::size_t alike = 0;   ///< rows with as many columns as the first that is not empty
    std::size_t columns = 0; ///< of that row
};

/// How well the separator fits the first rows.
Fit fit_of(std::string_view text, char separator) {
    FieldReader reader(text, separator);
    Fit fit;
    std::string field;
    for (std::size_t row = 0; row < rows_to_look_at && !reader.at_end(); ++row) {
        std::size_t columns = 1, filled = 0;
        auto behind = reader.next(field);
        for (; behind == FieldReader::Behind::field; behind = reader.next(field)) {
            filled += !field.empty();
            ++columns;
        }
        // A row at the cut of the text may be half a one.
        if (!reader.closed()) break;
        if (filled + !field.empty() == 0 && columns == 1) continue;
        if (fit.columns == 0) fit.columns = columns;
        fit.alike += columns == fit.columns;
    }
    return fit;
}

char likely_separator(std::string_view text) {
    constexpr std::size_t enough = 256U << 10;
    text = text.substr(0, enough);
    char best = separators.front();
    std::size_t most_alike = 0;
    for (const char separator : separators) {
        const Fit fit = fit_of(text, separator);
        if (fit.columns < 2) continue;
        // More columns are no better: "1,5;2,5" are two numbers.
        if (fit.alike > most_alike) {
            best = separator;
            most_alike = fit.alike;
        }
    }
    return best;
}

/// The separator that the first line names, which is then taken off.
std::optional<char> named_separator(std::string_view& text) {
    if (text.size() < 5 || !(text.starts_with("sep=") || text.starts_with("SEP="))) return std::nullopt;
    const char separator = text[4];
    std::string_view rest = text.substr(5);
    if (std::ranges::find(separators, separator) == separators.end()) return std::nullopt;
    if (!rest.empty() && !rest.starts_with('\r') && !rest.starts_with('\n')) return std::nullopt;
    if (!rest.empty()) rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
    text = rest;
    return separator;
}

std::optional<Refusal> read_rows(std::string_view text, TableBuilder& builder) {
    const auto named = named_separator(text);
    FieldReader reader(text, named ? *named : likely_separator(text));
    std::string field;
    std::size_t row = 0, column = 0;
    while (!reader.at_end()) {
        const auto behind = reader.next(field);
        if (!reader.closed()) return refusal("quote", {{"row", std::to_string(row + 1)}});
        if (auto refused = builder.put(row, column, std::move(field))) return refused;
        const bool same_row = behind == FieldReader::Behind::field;
        column = same_row ? column + 1 : 0;
        row += same_row ? 0 : 1;
    }
    return std::nullopt;
}

} // namespace

std::expected<std::vector<SheetRows>, Refusal> read_csv(std::string_view bytes, OtherwiseEncoded otherwise,
                                                        const Limits& limits) {
    if (bytes.empty()) return std::unexpected(refusal("empty"));
    if (bytes.size() > limits.file_bytes)
        return std::unexpected(refusal("too_large", {{"limit", megabytes(limits.file_bytes)}}));
    const auto text = csv_text(bytes, otherwise);
    if (!text) return std::unexpected(text.error());
    TableBuilder builder(limits);
    builder.begin_sheet({});
    if (auto refused = read_rows(*text, builder)) return std::unexpected(std::move(*refused));
    return std::move(builder).take();
}

} // namespace interregio::spreadsheet
