// The files of the table of activities: declared in activity_table_files.h.
#include "modules/open_data/csv.h"
#include "modules/workspace/web/activity_table_files.h"
#include "modules/workspace/web/record_parts.h"
#include "platform/spreadsheet/xlsx_writer.h"

#include <cmath>

namespace interregio::workspace::web {

using namespace editing;
using spreadsheet::Cell;
using spreadsheet::Row;

namespace {

constexpr std::string_view list_separator = "; ";

Cell day_cell(const std::optional<DatePoint>& point) {
    if (!point || point->precision != DatePrecision::day) return {};
    return point->first_day();
}

Cell number_cell(const std::optional<std::int64_t>& number) {
    return number ? Cell(static_cast<double>(*number)) : Cell();
}

std::vector<std::string> header(const View& view) {
    std::vector<std::string> cells;
    for (const char* key : first_file_headings) cells.push_back(view.text(key));
    for (const Language language : view.site.languages)
        cells.push_back(view.text("activities_table.title_in", {{"language", view.words.language_name(language)}}));
    for (const char* key : other_file_headings) cells.push_back(view.text(key));
    return cells;
}

void add_titles(const View& view, const LocalizedText& title, Row& cells) {
    const TextVersion* shown = title.for_reader(view.language());
    cells.emplace_back(shown != nullptr ? shown->body : std::string());
    cells.emplace_back(shown != nullptr ? std::string(shown->language.tag()) : std::string());
    for (const Language language : view.site.languages) {
        const TextVersion* version = title.find(language);
        cells.emplace_back(version != nullptr ? Cell(version->body) : Cell());
    }
}

void add_date(const View& view, const PartialDate& date, Row& cells) {
    cells.emplace_back(in_words(date, view.language(), DatePhrase::standalone));
    cells.emplace_back(date.edtf());
    cells.push_back(day_cell(date.start()));
    cells.push_back(day_cell(date.interval() ? date.end() : date.start()));
}

Cell change_cell(const std::string& at) {
    const auto day = parse_iso_day(std::string_view(at).substr(0, 10));
    return day ? Cell(*day) : Cell();
}

Row row_of(const Call& call, TableNames& names, const ActivityTableRow& row) {
    const View& view = call.view;
    Row cells;
    add_titles(view, row.title, cells);
    add_date(view, row.date, cells);
    cells.emplace_back(view.named(row.kind, "activity.kind."));
    cells.emplace_back(view.named(row.status, "activity.status."));
    cells.emplace_back(view.named(row.form, "activity.form."));
    cells.push_back(row.audience ? Cell(view.named(*row.audience, "activity.audience.")) : Cell());
    cells.push_back(row.series ? Cell(names.records().name(RecordKind::series, *row.series)) : Cell());
    cells.push_back(number_cell(row.edition));
    cells.emplace_back(names.organisations(row.organisations, list_separator));
    cells.emplace_back(names.names(RecordKind::field_of_action, row.fields, list_separator));
    cells.emplace_back(names.names(RecordKind::place, row.places, list_separator));
    cells.emplace_back(head_words(view, row.heads));
    cells.push_back(number_cell(row.heads.has_known ? std::optional(row.heads.known) : std::nullopt));
    cells.push_back(number_cell(row.heads.planned));
    cells.emplace_back(names.visibility(row.visible_to));
    cells.emplace_back(language_words(view, row.gaps.missing, list_separator));
    cells.emplace_back(language_words(view, row.gaps.behind, list_separator));
    cells.push_back(change_cell(row.changed_at));
    const bool has_page = row.visible_to.is_public() && !row.slug.empty();
    cells.push_back(has_page ? Cell(view.absolute(view.paths.record(RecordKind::activity, row.slug))) : Cell());
    cells.emplace_back(row.id.text());
    return cells;
}

std::string in_csv(const Cell& cell) {
    if (const auto* words = std::get_if<std::string>(&cell)) return *words;
    if (const auto* day = std::get_if<std::chrono::year_month_day>(&cell)) return iso_day(*day);
    if (const auto* number = std::get_if<double>(&cell)) return std::to_string(std::llround(*number));
    return {};
}

/// Excel expects what the region of its reader parts lists with: a semicolon where the comma parts decimals.
char separator_for(Language language) { return language == languages::english ? ',' : ';'; }

/// Calls for each activity in order; reads some at a time.
void for_each_row(const Call& call, TableNames& names, const std::vector<Uuid>& ids,
                  const std::function<void(Row)>& take) {
    for (std::size_t begin = 0; begin < ids.size(); begin += most_table_rows_at_once) {
        const std::size_t end = std::min(ids.size(), begin + most_table_rows_at_once);
        const std::vector<Uuid> part(ids.begin() + static_cast<std::ptrdiff_t>(begin),
                                     ids.begin() + static_cast<std::ptrdiff_t>(end));
        for (const auto& row : activity_table_rows(call.connection, part, call.view.language(), RowDetail::file))
            take(row_of(call, names, row));
    }
}

std::string csv_of(const Call& call, TableNames& names, const std::vector<Uuid>& ids) {
    open_data::CsvWriter csv(separator_for(call.view.language()));
    csv.row(header(call.view));
    std::vector<std::string> cells;
    for_each_row(call, names, ids, [&](const Row& row) {
        cells.clear();
        for (const Cell& cell : row) cells.push_back(in_csv(cell));
        csv.row(cells);
    });
    return std::move(csv).take();
}

std::string xlsx_of(const Call& call, TableNames& names, const std::vector<Uuid>& ids) {
    spreadsheet::Sheet sheet{kind_words(call.view, RecordKind::activity), header(call.view), {}};
    sheet.table.rows.reserve(ids.size());
    for_each_row(call, names, ids, [&](Row row) { sheet.table.rows.push_back(std::move(row)); });
    return spreadsheet::write_xlsx(sheet);
}

} // namespace

http::Response activity_table_file(const Call& call, editing::ActivityTables& tables, TableFile format) {
    TableNames names(call);
    const ActivityTableRequest request = request_of(call, names);
    const auto found = found_activities(call, tables, names, request, {0, most_rows_in_file});
    const bool csv = format == TableFile::csv;
    http::Response response;
    response.content_type = csv ? "text/csv; charset=utf-8; header=present" : spreadsheet::xlsx_media_type;
    response.body =
        std::make_shared<const std::string>(csv ? csv_of(call, names, found.ids) : xlsx_of(call, names, found.ids));
    const std::string path = call.paths.activity_table(csv ? "csv" : "xlsx");
    response.with("Content-Disposition", "attachment; filename=\"" + call.view.text("path.kind.activity") +
                                             path.substr(path.rfind('.')) + "\"");
    response.with("Content-Language", std::string(call.view.language().tag()));
    return response;
}

} // namespace interregio::workspace::web
