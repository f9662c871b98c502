#include "modules/editing/proposals.h"

#include "modules/editing/edit_reader.h"
#include "modules/editing/unseen_parts.h"
#include "modules/record/record_changes.h"

#include <algorithm>
#include <set>

namespace interregio::editing {
namespace {

/// What the form makes of the record.
template <Record T>
T proposed_record(db::Connection& connection, const Proposer& proposer, const FilledIn& form, const T& base) {
    SheetProblems problems; // there were none when it was proposed; what has gone since is left out
    RecordNames names(proposer.seen, proposer.language);
    T record =
        read_contents<T>(connection, tree_of<T>(form.sheet, names, proposer.language, problems), base.key, problems);
    record.id = base.id;
    record.visible_to = base.visible_to;
    return record;
}

/// The text that a line is a version of.
std::string text_of_line(const FieldLine& line) { return line.place.substr(0, line.place.rfind('/')); }

/// A form says nothing of who may see a text: versions of texts that the reader does not see are left out.
void drop_hidden_texts(std::vector<FieldLine>& lines, const std::vector<FieldLine>& all,
                       const std::vector<FieldLine>& seen) {
    std::set<std::string> hidden;
    for (const FieldLine& line : all)
        if (line.language && std::ranges::find(seen, line.place, &FieldLine::place) == seen.end())
            hidden.insert(text_of_line(line));
    std::erase_if(lines, [&](const FieldLine& line) { return line.language && hidden.contains(text_of_line(line)); });
}

template <Record T>
std::vector<FieldChange> changes_proposed_of(const HistoryReader& reader, const Proposer& proposer,
                                             const FilledIn& form) {
    const auto base = record_at(reader.connection, Id<T>(form.id), form.version);
    if (!base) return {};
    const auto lines = [&](const T& record) {
        return lines_of(without_unseen(record, reader.seen, reader.viewer), reader.names, reader.catalogue);
    };
    const auto before = lines(without_unseen(*base, proposer.seen, proposer.viewer));
    auto after = lines(proposed_record(reader.connection, proposer, form, *base));
    drop_hidden_texts(after, lines_of(*base, reader.names, reader.catalogue), lines(*base));
    return changes_between(before, after);
}

} // namespace

std::vector<FieldChange> changes_proposed(const HistoryReader& reader, const Proposer& proposer, const FilledIn& form) {
    std::vector<FieldChange> changes;
    for_each_kind([&]<class T> {
        if (T::kind == form.kind) changes = changes_proposed_of<T>(reader, proposer, form);
    });
    return changes;
}

void weigh_proposal(db::Connection& connection, const Proposer& proposer, const FilledIn& form,
                    Publication& publication) {
    for_each_kind([&]<class T> {
        if (T::kind != form.kind) return;
        if (const auto base = record_at(connection, Id<T>(form.id), form.version))
            weigh(connection, proposed_record(connection, proposer, form, *base), publication);
    });
}

} // namespace interregio::editing
