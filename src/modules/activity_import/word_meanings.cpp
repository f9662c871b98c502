#include "modules/activity_import/word_meanings.h"

#include "modules/activity_import/alike_store.h"
#include "modules/editing/enum_words.h"
#include "platform/locale/catalogue.h"

#include <algorithm>

namespace interregio::activity_import {
namespace {

template <NamedEnum E> void add_words(ImportField field, std::map<std::string, std::string>& values) {
    for (const std::string_view name : enum_names(E{})) {
        values.emplace(word_key(field, name), name);
        for (const Language language : Catalogue::spoken())
            values.emplace(word_key(field, Catalogue::find(language)->text(std::string(editing::words_of(E{})) +
                                                                           std::string(name))),
                           name);
    }
}

void add_languages(std::map<std::string, std::string>& values) {
    for (const Language language : Catalogue::spoken()) {
        values.emplace(word_key(ImportField::text_language, language.tag()), language.tag());
        for (const Language spoken : Catalogue::spoken())
            values.emplace(word_key(ImportField::text_language, Catalogue::find(spoken)->language_name(language)),
                           language.tag());
    }
}

} // namespace

std::string word_key(const WordKind& kind, std::string_view word) {
    const std::string_view name = std::holds_alternative<RecordKind>(kind) ? name_of(std::get<RecordKind>(kind))
                                                                           : name_of(std::get<ImportField>(kind));
    std::string folded = editing::folded_name(word);
    // A word without letters is still another one than the next.
    return std::string(name) + ":" + (folded.empty() ? std::string(word) : std::move(folded));
}

std::optional<RecordKind> kind_of(ImportField field) {
    switch (field) {
    case ImportField::fields:
        return RecordKind::field_of_action;
    case ImportField::series:
        return RecordKind::series;
    case ImportField::places:
        return RecordKind::place;
    case ImportField::organisations:
        return RecordKind::organisation;
    case ImportField::partnerships:
        return RecordKind::partnership;
    case ImportField::sources:
        return RecordKind::source;
    default:
        return std::nullopt;
    }
}

WordMeanings::WordMeanings(editing::EditContext& context, editing::RecordNames& names, const ImportSettings& settings,
                           Suggestions suggestions)
    : context_(context), names_(names), settings_(settings), suggestions_(suggestions) {
    add_words<ActivityKind>(ImportField::kind, values_);
    add_words<ActivityStatus>(ImportField::status, values_);
    add_words<Form>(ImportField::form, values_);
    add_words<Audience>(ImportField::audience, values_);
    add_words<OrganisationRole>(ImportField::organisations, values_);
    add_languages(values_);
}

std::optional<OrganisationRole> WordMeanings::role(std::string_view word) const {
    const auto found = values_.find(word_key(ImportField::organisations, word));
    return found != values_.end() ? enum_named<OrganisationRole>(found->second) : std::nullopt;
}

std::optional<std::string> WordMeanings::chosen(const WordKind& kind, const std::string& key) {
    const auto found = settings_.meanings.find(key);
    if (found == settings_.meanings.end() || found->second.empty()) return std::nullopt;
    const std::string& meant = found->second;
    if (meant == left_out) return meant;
    // What was chosen may have gone meanwhile.
    if (const auto* record = std::get_if<RecordKind>(&kind)) {
        const auto id = Uuid::parse(meant);
        return id && !names_.name(*record, *id).empty() ? std::optional(meant) : std::nullopt;
    }
    for (const auto& [word, value] : values_)
        if (value == meant && word.starts_with(word_key(kind, ""))) return meant;
    return std::nullopt;
}

bool WordMeanings::hidden_from_readers(RecordKind kind, const Uuid& id) {
    const auto [answer, is_new] = hidden_.try_emplace(id);
    if (is_new) answer->second = is_hidden_from_readers(kind, id);
    return answer->second;
}

bool WordMeanings::is_hidden_from_readers(RecordKind kind, const Uuid& id) {
    if (kind != RecordKind::series && kind != RecordKind::partnership) return false;
    const auto visible_to = kind == RecordKind::series
                                ? find(context_.seen, Id<Series>(id)).value_or(Series{}).visible_to
                                : find(context_.seen, Id<Partnership>(id)).value_or(Partnership{}).visible_to;
    if (visible_to.is_public() || visible_to.only == settings_.draft_for) return false;
    const auto* shared = std::get_if<Id<Partnership>>(&*visible_to.only);
    const auto* own = settings_.draft_for ? std::get_if<Id<Organisation>>(&*settings_.draft_for) : nullptr;
    if (shared == nullptr || own == nullptr) return true;
    const auto partnership = find(context_.seen, *shared);
    return !partnership || std::ranges::find(partnership->parties, *own) == partnership->parties.end();
}

std::vector<Uuid> WordMeanings::called(RecordKind kind, std::string_view word) {
    auto ids = names_.called(kind, word);
    if (!ids.empty() || kind != RecordKind::source) return ids;
    // Sources are named by their address, too.
    if (!sources_) sources_ = sources_by_url(context_.seen);
    const auto [begin, end] = sources_->equal_range(std::string(word));
    for (auto source = begin; source != end; ++source) ids.push_back(source->second);
    return ids;
}

Refusal WordMeanings::note_unknown(const WordKind& kind, std::string_view word, const std::vector<Uuid>& called) {
    const auto* record = std::get_if<RecordKind>(&kind);
    std::string key = word_key(kind, word);
    std::vector<editing::NamedRecord> like;
    if (const auto known = unknown_.find(key); known != unknown_.end()) {
        ++known->second.rows;
        like = known->second.like;
    } else if (unknown_.size() < most_unknown_words && key.size() <= longest_word_key) {
        if (record != nullptr) {
            for (const Uuid& id : called) like.push_back({id, names_.name(*record, id)});
            if (like.empty() && suggestions_ == Suggestions::near_names) like = names_.like(*record, word, 6);
        }
        unknown_.emplace(std::move(key), UnknownWord{kind, cut(word, longest_told_value), 1, like});
    }
    const std::string found = cut(word, longest_told_value);
    if (record == nullptr) return {"refusal.activity_import.unknown_word", {{"found", found}}};
    if (like.empty()) return {"refusal.activity_import.no_such", {{"found", found}}};
    if (called.empty())
        return {"refusal.activity_import.no_such_but_like", {{"found", found}, {"like", like.front().name}}};
    return {"refusal.activity_import.several_but_like", {{"found", found}, {"like", like.front().name}}};
}

WordMeanings::Meaning WordMeanings::of(const WordKind& kind, std::string_view word) {
    const std::string key = word_key(kind, word);
    const auto* record = std::get_if<RecordKind>(&kind);
    std::optional<std::string> value = chosen(kind, key);
    if (value == left_out) return {};
    std::vector<Uuid> ids;
    if (!value && record != nullptr) {
        ids = called(*record, word);
        if (ids.size() == 1) value = ids.front().text();
    } else if (!value) {
        if (const auto found = values_.find(key); found != values_.end()) value = found->second;
    }
    if (!value) return {{}, note_unknown(kind, word, ids)};
    if (record != nullptr && hidden_from_readers(*record, *Uuid::parse(*value)))
        return {{}, Refusal{"refusal.activity_import.seen_by_fewer", {{"found", cut(word, longest_told_value)}}}};
    return {std::move(value), {}};
}

} // namespace interregio::activity_import
