// The table: declared in timeline_files.h.
#include "base/partial_date_words.h"
#include "modules/open_data/csv.h"
#include "modules/open_data/open_data_store.h"
#include "modules/open_data/web/timeline_files.h"
#include "modules/portal/pieces.h"

#include <map>

namespace interregio::open_data::web {
namespace {

class TableWriter {
  public:
    explicit TableWriter(const FileContext& context) : context_(context) {
        csv_.row({word("table.date"), word("table.edtf"), word("table.earliest"), word("table.latest"),
                  word("table.title"), word("table.language"), word("table.kind"), word("table.status"),
                  word("table.form"), word("table.places"), word("table.organisations"), word("table.fields"),
                  word("table.series"), word("table.summary"), word("table.address"), word("table.id")});
    }

    void row(const ActivityRow& activity) {
        const auto& reading = context_.reading;
        const Uuid id = activity.id.uuid();
        const auto page = portal::page_link(reading, activity.id);
        const auto summary = portal::shown(reading, id, "summary");
        const auto& date = activity.date;
        const auto series = store::series_of(reading.connection, id);
        csv_.row({in_words(date, reading.language, DatePhrase::standalone), date.edtf(),
                  date.start() ? iso_day(date.first_day()) : std::string{},
                  date.end() || !date.interval() ? iso_day(date.last_day()) : std::string{}, page.name.body,
                  std::string(page.name.language.tag()), named(activity.kind, "activity.kind."),
                  named(activity.status, "activity.status."), named(activity.form, "activity.form."),
                  names(RecordKind::place, store::places_of(reading.connection, id)),
                  names(RecordKind::organisation, store::organisations_of(reading.connection, id)),
                  names(RecordKind::field_of_action, store::fields_of(reading.connection, id)),
                  series ? name(RecordKind::series, *series) : std::string{}, summary ? summary->body : std::string{},
                  context_.absolute(context_.paths().record(page.kind, page.slug)), id.text()});
    }
    [[nodiscard]] std::string take() && { return std::move(csv_).take(); }

  private:
    [[nodiscard]] std::string word(std::string_view key) const { return context_.words.text(key); }
    template <NamedEnum E> [[nodiscard]] std::string named(E value, std::string_view prefix) const {
        return context_.words.text(std::string(prefix) + std::string(name_of(value)));
    }
    /// The name of a record, read once.
    const std::string& name(RecordKind kind, const Uuid& id) {
        const auto known = names_.find(id);
        if (known != names_.end()) return known->second;
        return names_[id] = portal::page_link(context_.reading, kind, id).name.body;
    }
    std::string names(RecordKind kind, const std::vector<Uuid>& ids) {
        std::string list;
        for (const auto& id : ids) {
            if (!list.empty()) list += "; ";
            list += name(kind, id);
        }
        return list;
    }

    const FileContext& context_;
    CsvWriter csv_;
    std::map<Uuid, std::string> names_;
};

} // namespace

Table timeline_table(const FileContext& context, const ActivityFilter& filter, const std::string& older_than) {
    ActivitySlice slice{most_table_rows + 1, std::nullopt, std::nullopt};
    if (!older_than.empty()) slice.older_than = older_than;
    auto rows = list_activities(context.reading.connection, filter, slice);
    Table table;
    if (rows.size() > most_table_rows) {
        rows.pop_back();
        table.next = rows.back().key;
    }
    TableWriter writer(context);
    for (const auto& row : rows) writer.row(row);
    table.csv = std::move(writer).take();
    return table;
}

} // namespace interregio::open_data::web
