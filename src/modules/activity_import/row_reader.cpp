#include "modules/activity_import/row_reader.h"

#include "base/typed_date.h"
#include "modules/activity_import/typed_heads.h"
#include "platform/locale/catalogue.h"

#include <algorithm>

namespace interregio::activity_import {
namespace {

constexpr std::array text_fields{"title", "summary", "body"};

/// The parts of a cell that holds several, one a line or parted by semicolons; of too many, one more than may be.
std::vector<std::string_view> parts_of_cell(std::string_view cell) {
    std::vector<std::string_view> parts;
    while (!cell.empty() && parts.size() <= most_parts) {
        const auto end = std::min(cell.find_first_of(";\n"), cell.size());
        if (const auto part = editing::without_margin(cell.substr(0, end)); !part.empty()) parts.push_back(part);
        cell.remove_prefix(std::min(end + 1, cell.size()));
    }
    return parts;
}

/// "RVR (host)" -> "RVR", "host".
struct NameAndRemark {
    std::string_view name;
    std::string_view remark;
};
NameAndRemark name_and_remark(std::string_view part) {
    const auto open = part.rfind('(');
    if (!part.ends_with(')') || open == std::string_view::npos || open == 0) return {part, {}};
    return {editing::without_margin(part.substr(0, open)), part.substr(open + 1, part.size() - open - 2)};
}

} // namespace

void RowReader::set(const Place& place, std::string field, std::string value) {
    columns_.emplace(field, place.column);
    sheet_.set(std::move(field), std::move(value));
}

void RowReader::set_reference(const Place& place, const std::string& field, std::string_view typed,
                              const std::string& id) {
    set(place, field, std::string(typed));
    set(place, field + ".chosen", id);
}

void RowReader::refuse(const Place& place, Refusal refusal, std::string word) {
    add_problem({place.column, cut(place.cell, longest_told_value), std::move(refusal), std::move(word)});
}

void RowReader::add_problem(CellProblem problem) {
    if (problems_.size() < most_row_problems) return problems_.push_back(std::move(problem));
    if (problems_.size() == most_row_problems)
        problems_.push_back({{}, {}, {"refusal.activity_import.more_problems", {}}, {}});
}

std::vector<std::string_view> RowReader::parts_of(const Place& place) {
    auto parts = parts_of_cell(place.cell);
    if (parts.size() > most_parts) {
        refuse(place, {"refusal.activity_import.too_many_parts", {{"limit", std::to_string(most_parts)}}});
        return {};
    }
    std::set<std::string_view> seen;
    std::erase_if(parts, [&](std::string_view part) { return !seen.insert(part).second; });
    return parts;
}

bool RowReader::is_listed(std::string_view list, std::string_view what) {
    return !listed_.insert(std::string(list) + ":" + std::string(what)).second;
}

std::optional<std::string> RowReader::meaning(const Place& place, const WordKind& kind, std::string_view word) {
    std::string key = word_key(kind, word);
    if (told_.contains(key)) return std::nullopt;
    auto meant = meanings_.of(kind, word);
    if (meant.refusal) {
        told_.insert(key);
        refuse(place, std::move(*meant.refusal), std::move(key));
    }
    return std::move(meant.value);
}

std::string RowReader::new_row(const Place& place, const std::string& list) {
    std::string row = editing::row_name(list, sheet_.rows(list));
    sheet_.add_row(list);
    columns_.emplace(row, place.column);
    return row;
}

void RowReader::put_list(const Place& place, RecordKind kind) {
    const std::string list(name_of(place.target->field));
    const bool ticked = kind == RecordKind::field_of_action || kind == RecordKind::partnership;
    for (const auto part : parts_of(place)) {
        const auto id = meaning(place, kind, part);
        if (!id) continue;
        if (ticked) {
            const std::string field = list + "." + *id;
            if (!sheet_.has(field)) set(place, field, std::to_string(columns_.size()));
            continue;
        }
        if (is_listed(list, *id)) continue;
        set_reference(place, new_row(place, list), part, *id);
    }
}

void RowReader::put_organisations(const Place& place) {
    const std::string list = "organisations";
    for (const auto part : parts_of(place)) {
        std::string_view name = part;
        auto role = place.target->role;
        const auto [before, remark] = name_and_remark(part);
        if (const auto said = meanings_.role(remark)) {
            name = before;
            role = said;
        }
        const auto id = meaning(place, RecordKind::organisation, name);
        if (!id) continue;
        const std::string role_name(name_of(role.value_or(OrganisationRole::participant)));
        if (is_listed(list, *id + ":" + role_name)) continue;
        const std::string row = new_row(place, list);
        set_reference(place, row + ".organisation", name, *id);
        set(place, row + ".role", role_name);
    }
}

void RowReader::put_heads(const Place& place, HeadCount otherwise) {
    const TypedHeads heads = read_typed_heads(place.cell, otherwise, context_.reader);
    const std::string row = new_row(place, "participants");
    const Catalogue& words = Catalogue::nearest(language_);
    set(place, row + ".label." + std::string(language_.tag()), words.text("activity_import.group"));
    set(place, row + ".head_count", std::string(name_of(heads.head_count)));
    set(place, row + ".number", heads.number);
}

void RowReader::put_choice(const Place& place) {
    const ImportField field = place.target->field;
    if (auto value = meaning(place, field, place.cell)) set(place, std::string(name_of(field)), std::move(*value));
}

void RowReader::put(const Place& place) {
    if (problems_.size() > most_row_problems) return;
    const Target& target = *place.target;
    told_.clear();
    const std::string field(name_of(target.field));
    switch (target.field) {
    case ImportField::title:
    case ImportField::summary:
    case ImportField::body:
        return set(place, field + "." + std::string(target.language.value_or(language_).tag()),
                   std::string(place.cell));
    case ImportField::text_language:
        return; // was read first: put_text_language()
    case ImportField::date:
    case ImportField::edition:
        return set(place, field, std::string(place.cell));
    case ImportField::first_day:
        first_ = place;
        return;
    case ImportField::last_day:
        last_ = place;
        return;
    case ImportField::kind:
    case ImportField::status:
    case ImportField::form:
    case ImportField::audience:
        return put_choice(place);
    case ImportField::series:
        if (const auto id = meaning(place, RecordKind::series, place.cell))
            set_reference(place, field, place.cell, *id);
        return;
    case ImportField::fields:
    case ImportField::places:
    case ImportField::partnerships:
    case ImportField::sources:
        return put_list(place, *kind_of(target.field));
    case ImportField::organisations:
        return put_organisations(place);
    case ImportField::participants:
        return put_heads(place, HeadCount::exact);
    case ImportField::participants_planned:
        return put_heads(place, HeadCount::planned);
    }
}

void RowReader::put_text_language(const ImportRow& row) {
    language_ = settings_.language;
    for (std::size_t column = 0; column < settings_.mapping->size(); ++column) {
        const auto& target = (*settings_.mapping)[column];
        if (!target || target->field != ImportField::text_language || row.cells[column].empty()) continue;
        const Place place{column, &*target, row.cells[column]};
        if (const auto tag = meaning(place, ImportField::text_language, place.cell))
            language_ = Language::parse(*tag).value_or(language_);
    }
}

/// From and until as one date.
void RowReader::put_days() {
    if (!first_ && !last_) return;
    if (!last_ || (first_ && first_->cell == last_->cell)) return set(*first_, "date", std::string(first_->cell));
    if (!first_) return set(*last_, "date", std::string(last_->cell));
    const auto first = read_typed_date(first_->cell, context_.reader);
    const auto last = read_typed_date(last_->cell, context_.reader);
    if (!first) refuse(*first_, first.error());
    if (!last) refuse(*last_, last.error());
    if (!first || !last) return;
    if (*first == *last) return set(*first_, "date", first->edtf());
    const auto both = PartialDate::parse(first->edtf() + "/" + last->edtf());
    if (both) return set(*first_, "date", both->edtf());
    if (both.error().key == "refusal.date.end_before_start") return refuse(*last_, both.error());
    refuse(first->interval() ? *first_ : *last_,
           {"refusal.activity_import.one_day",
            {{"found", cut(first->interval() ? first_->cell : last_->cell, longest_told_value)}}});
}

/// A text in several languages was written in the one that the table is in, where it has that.
void RowReader::put_originals() {
    for (const std::string field : text_fields) {
        std::vector<Language> order{language_};
        order.insert(order.end(), languages_.begin(), languages_.end());
        const auto original = std::ranges::find_if(
            order, [&](const Language& language) { return sheet_.has(field + "." + std::string(language.tag())); });
        if (original != order.end()) sheet_.set(field + ".original", std::string(original->tag()));
    }
}

void RowReader::put_defaults() {
    const auto otherwise = [&](std::string_view field, std::string_view value) {
        if (!sheet_.has(field)) sheet_.set(std::string(field), std::string(value));
    };
    otherwise("kind", name_of(settings_.kind));
    otherwise("status", name_of(settings_.status));
    otherwise("form", name_of(settings_.form));
    const auto ticked = sheet_.fields().lower_bound("partnerships.");
    const bool has_partnership = ticked != sheet_.fields().end() && ticked->first.starts_with("partnerships.");
    if (!has_partnership && settings_.partnership) sheet_.set("partnerships." + settings_.partnership->text(), "0");
}

std::optional<std::size_t> RowReader::column_of(std::string_view field) const {
    while (!field.empty()) {
        if (const auto found = columns_.find(field); found != columns_.end()) return found->second;
        const auto begun = columns_.lower_bound(field);
        if (begun != columns_.end() && begun->first.starts_with(field)) return begun->second;
        const auto end = field.find_last_of(".[");
        field = end == std::string_view::npos ? std::string_view() : field.substr(0, end);
    }
    return std::nullopt;
}

void RowReader::add_problems(const editing::SheetProblems& problems, const ImportRow& row) {
    for (const auto& problem : problems) {
        auto column = column_of(problem.field);
        // What is missing belongs to the column in which it should be.
        for (std::size_t i = 0; !column && i < settings_.mapping->size(); ++i)
            if ((*settings_.mapping)[i] && problem.field.starts_with(name_of((*settings_.mapping)[i]->field)))
                column = i;
        const bool told =
            column && std::ranges::any_of(problems_, [&](const CellProblem& known) { return known.column == column; });
        if (!told)
            add_problem(
                {column, column ? cut(row.cells[*column], longest_told_value) : std::string(), problem.refusal, {}});
    }
}

ReadRow RowReader::read(const ImportRow& row) {
    sheet_ = {};
    columns_.clear();
    problems_.clear();
    told_.clear();
    listed_.clear();
    first_.reset();
    last_.reset();
    put_text_language(row);
    for (std::size_t column = 0; column < std::min(settings_.mapping->size(), row.cells.size()); ++column) {
        const auto& target = (*settings_.mapping)[column];
        if (target && !row.cells[column].empty()) put({column, &*target, row.cells[column]});
    }
    put_days();
    put_originals();
    put_defaults();
    auto activity = editing::read_new_activity(context_, names_, sheet_);
    if (!activity) add_problems(activity.error(), row);
    ReadRow read{row.number, {}, std::move(problems_)};
    if (activity && read.problems.empty()) read.activity = std::move(*activity);
    return read;
}

} // namespace interregio::activity_import
