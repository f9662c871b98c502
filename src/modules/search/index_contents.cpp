#include "modules/search/index_contents.h"

#include <algorithm>
#include <charconv>

namespace interregio::search {
namespace {

constexpr std::size_t most_languages = 32;

/// "2018-10-05" as 20181005, "2018" of it as the year.
std::int32_t day_number(std::string_view day) {
    std::int32_t number = 0;
    for (const char digit : day)
        if (digit >= '0' && digit <= '9' && number < 100'000'000) number = number * 10 + (digit - '0');
    return number;
}

std::int16_t year_of(std::string_view day) {
    std::int16_t year = -1;
    if (day.size() >= 4) std::from_chars(day.data(), day.data() + 4, year);
    return year;
}

} // namespace

IndexContents::IndexContents() : postings_(1) {}

std::size_t IndexContents::section_of(std::string_view language) {
    const auto parsed = Language::parse(language).value_or(Language());
    for (std::size_t i = 0; i < languages_.size(); ++i)
        if (languages_[i].language() == parsed) return i;
    languages_.emplace_back(parsed);
    return languages_.size() - 1;
}

const Vocabulary* IndexContents::language(Language language) const {
    const auto found = std::ranges::find(languages_, language, &Vocabulary::language);
    return found == languages_.end() ? nullptr : &*found;
}

void IndexContents::add_word(std::uint32_t number, std::string_view section, std::string_view word,
                             std::string_view stems) {
    if (postings_.size() <= number) postings_.resize(number + 1);
    if (section == links_section) {
        if (const auto record = Uuid::parse(word)) {
            link_words_[*record] = number;
            linked_records_[number] = *record;
        }
    } else if (section == names_section) {
        names_.add(number, word, stems);
    } else if (const auto place = section_of(section); place < most_languages) {
        languages_[place].add(number, word, stems);
    }
}

void IndexContents::remove(const Uuid& record) {
    const auto found = by_id_.find(record);
    if (found == by_id_.end()) return;
    const auto document = found->second;
    documents_[document].alive = false;
    if (const auto names = names_of_.find(document); names != names_of_.end()) {
        for (const auto& name : names->second) std::erase(named_[name], document);
        names_of_.erase(names);
    }
    by_id_.erase(found);
}

void IndexContents::put(const Uuid& record, const std::optional<Entry>& entry) {
    remove(record);
    if (!entry) return;
    const auto number = static_cast<std::uint32_t>(documents_.size());
    Document document;
    document.id = record;
    document.kind = entry->kind;
    document.day = day_number(entry->day);
    document.year = year_of(entry->day);
    const auto kind_word = std::ranges::find(kind_words_, entry->kind_word);
    document.kind_word = static_cast<std::uint16_t>(kind_word - kind_words_.begin());
    if (kind_word == kind_words_.end()) kind_words_.push_back(entry->kind_word);
    document.links_begin = static_cast<std::uint32_t>(links_.size());
    for (const Section& section : entry->sections) {
        if (section.language == links_section) {
            for (const auto& [word, weight] : section.words) links_.push_back(word);
        } else if (section.language != names_section) {
            const auto place = section_of(section.language);
            if (place < most_languages) document.languages |= std::uint32_t{1} << place;
        }
        for (const auto& [word, weight] : section.words)
            if (word < postings_.size()) postings_[word].append(number, weight);
    }
    document.links_count = static_cast<std::uint32_t>(links_.size()) - document.links_begin;
    if (!entry->names.empty()) {
        for (const auto& name : entry->names) named_[name].push_back(number);
        names_of_[number] = entry->names;
    }
    if (document.kind == RecordKind::field_of_action || document.kind == RecordKind::organisation)
        facet_documents_.push_back(number);
    by_id_[record] = number;
    documents_.push_back(document);
}

const IndexContents::Document* IndexContents::find(const Uuid& record) const {
    const auto found = by_id_.find(record);
    return found == by_id_.end() ? nullptr : &documents_[found->second];
}

void IndexContents::give_back_spare_memory() {
    for (Postings& postings : postings_) postings.give_back_spare_memory();
    links_.shrink_to_fit();
    documents_.shrink_to_fit();
}

std::uint32_t IndexContents::link_word(const Uuid& record) const {
    const auto found = link_words_.find(record);
    return found == link_words_.end() ? 0 : found->second;
}

Uuid IndexContents::linked_record(std::uint32_t word) const {
    const auto found = linked_records_.find(word);
    return found == linked_records_.end() ? Uuid() : found->second;
}

const std::vector<std::uint32_t>* IndexContents::documents_named(const std::string& name) const {
    const auto found = named_.find(name);
    return found == named_.end() || found->second.empty() ? nullptr : &found->second;
}

const Names& IndexContents::names_of(std::uint32_t document) const {
    static const Names none;
    const auto found = names_of_.find(document);
    return found == names_of_.end() ? none : found->second;
}

std::size_t IndexContents::bytes() const {
    std::size_t sum =
        postings_.capacity() * sizeof(Postings) + documents_.capacity() * sizeof(Document) + links_.capacity() * 4;
    for (const Postings& postings : postings_) sum += postings.bytes();
    return sum;
}

} // namespace interregio::search
