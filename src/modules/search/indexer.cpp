#include "modules/search/indexer.h"

#include "modules/journal/journal.h"
#include "modules/search/index_store.h"
#include "platform/language/stems.h"
#include "platform/language/words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace interregio::search {
namespace {

constexpr std::string_view between = "\n"; // is in no word

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out.append(out.empty() ? "" : " ").append(word);
    return out;
}

/// Which language the words of a section are in; names are of any.
Language language_of(std::string_view section) { return Language::parse(section).value_or(Language()); }

/// Addresses in CommonMark are no words: what stands between "](" and ")" or "<http" and ">" becomes spaces.
std::string without_addresses(std::string body) {
    const auto blank = [&](std::string_view open, char close) {
        for (auto at = body.find(open); at != std::string::npos; at = body.find(open, at + 1)) {
            const auto end = body.find(close, at);
            if (end == std::string::npos) return;
            std::fill(body.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                      body.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        }
    };
    blank("](", ')');
    blank("<http", '>');
    return body;
}

/// How often a word stands at each rank of text, and how it counts together: after BM25 with fixed lengths, so that the
/// weight of a word depends on its record alone.
struct Occurrences {
    std::array<float, 3> times{};

    [[nodiscard]] std::uint8_t weight(const std::array<std::size_t, 3>& lengths) const {
        constexpr std::array<float, 3> counts{8, 3, 1};
        constexpr std::array<float, 3> usual_lengths{8, 30, 120};
        float sum = 0;
        for (std::size_t rank = 0; rank < 3; ++rank) {
            const float length = 0.4F + 0.6F * static_cast<float>(lengths[rank]) / usual_lengths[rank];
            sum += counts[rank] * times[rank] / (times[rank] + 1.2F * length);
        }
        return static_cast<std::uint8_t>(std::clamp(std::lround(sum * 24), 1L, 255L));
    }
};

std::uint8_t link_weight(RecordKind kind) {
    switch (kind) {
    case RecordKind::person:
    case RecordKind::document:
        return 90;
    case RecordKind::place:
    case RecordKind::series:
        return 60;
    default:
        return 40;
    }
}

} // namespace

void Indexer::forget() {
    numbers_.clear();
    added_.clear();
    known_ = 0;
    epoch_.clear();
}

void Indexer::read_words(db::Connection& connection) {
    store::each_word_after(connection, known_, [&](const store::WordRow& row) {
        numbers_[std::string(row.language).append(between).append(row.word)] = static_cast<std::uint32_t>(row.number);
        known_ = static_cast<std::uint32_t>(row.number);
    });
}

std::uint32_t Indexer::add(std::string_view section, std::string_view word, std::string stems) {
    added_.push_back({std::string(section), std::string(word), std::move(stems)});
    return known_ + static_cast<std::uint32_t>(added_.size());
}

std::uint32_t Indexer::number_of(std::string_view section, std::string_view surface) {
    const auto key = std::string(section).append(between).append(surface);
    if (const auto found = numbers_.find(key); found != numbers_.end()) return found->second;
    const Language language = language_of(section);
    const auto word = language::lower(surface);
    if (language::is_stop_word(word, language)) return numbers_[key] = 0;
    const auto key_of_word = std::string(section).append(between).append(word);
    if (const auto found = numbers_.find(key_of_word); found != numbers_.end()) return numbers_[key] = found->second;
    const auto number = add(section, word, joined(language::stems(word, language)));
    return numbers_[key] = numbers_[key_of_word] = number;
}

std::uint32_t Indexer::link_number(std::string_view record) {
    const auto key = std::string(links_section).append(between).append(record);
    if (const auto found = numbers_.find(key); found != numbers_.end()) return found->second;
    return numbers_[key] = add(links_section, record, {});
}

/// Collects the words of one record by section.
class EntryWords {
  public:
    void add(const std::string& section, std::uint32_t number, TextRank rank) {
        auto& part = parts_[section];
        ++part.lengths[static_cast<std::size_t>(rank)];
        if (number != 0) ++part.words[number].times[static_cast<std::size_t>(rank)];
    }
    [[nodiscard]] std::vector<Section> sections() const {
        std::vector<Section> list;
        for (const auto& [language, part] : parts_) {
            Section section{language, {}};
            for (const auto& [number, occurrences] : part.words)
                section.words.push_back({number, occurrences.weight(part.lengths)});
            std::ranges::sort(section.words, {}, &WeightedWord::number);
            list.push_back(std::move(section));
        }
        return list;
    }

  private:
    struct Part {
        std::array<std::size_t, 3> lengths{};
        std::unordered_map<std::uint32_t, Occurrences> words;
    };
    std::map<std::string, Part> parts_;
};

Entry Indexer::entry_of(const Searchable& searchable) {
    Entry entry{searchable.kind, searchable.kind_word, searchable.day, {}, {}};
    EntryWords words;
    const bool named = leads_to_others(searchable.kind);
    const auto add_name = [&](std::string_view name) {
        std::string whole;
        language::for_each_word(name, [&](std::string_view word, std::size_t) {
            words.add(std::string(names_section), number_of(names_section, word), TextRank::title);
            whole.append(whole.empty() ? "" : " ").append(language::folded(language::lower(word), Language()));
        });
        if (!whole.empty() && searchable.kind != RecordKind::person) entry.names.push_back(std::move(whole));
    };
    for (const auto& text : searchable.texts) {
        const std::string section(text.language.tag());
        language::for_each_word(without_addresses(text.body), [&](std::string_view word, std::size_t) {
            words.add(section, number_of(section, word), text.rank);
        });
        if (named && text.rank == TextRank::title) add_name(text.body);
    }
    for (const auto& name : searchable.names) add_name(name);
    if (searchable.day.size() >= 4)
        words.add(std::string(names_section), number_of(names_section, std::string_view(searchable.day).substr(0, 4)),
                  TextRank::summary);
    std::ranges::sort(entry.names);
    entry.names.erase(std::ranges::unique(entry.names).begin(), entry.names.end());
    entry.sections = words.sections();
    Section links{std::string(links_section), {}};
    for (const auto& link : searchable.links) links.words.push_back({link_number(link.record), link_weight(link.kind)});
    std::ranges::sort(links.words, {}, &WeightedWord::number);
    entry.sections.push_back(std::move(links));
    return entry;
}

bool Indexer::step(db::Database& database, std::int64_t most_entries) {
    store::Changes changes;
    store::State state;
    std::vector<std::pair<Uuid, std::string>> contents;
    {
        const db::Reader reader = database.read();
        const auto stored = store::state(*reader);
        const bool fits = stored && stored->analysis == analysis_version;
        state = fits ? *stored : store::State{Uuid::make(clock_).text(), analysis_version, 0};
        changes = store::changes_after(*reader, state.sequence, most_entries);
        if (changes.last == state.sequence && fits) return false;
        if (state.epoch != epoch_ || store::last_word(*reader) < known_) forget();
        if (fits) read_words(*reader);
        epoch_ = state.epoch;
        // Sees what is there now or later, never less than the changes.
        const db::Reader anyone = database.read_as(db::Viewer::anyone());
        for (const auto& [kind, id] : changes.records) {
            if (!is_searchable(kind)) continue;
            const auto searchable = find_searchable({*anyone, *reader}, kind, id);
            contents.emplace_back(id, searchable ? encoded(entry_of(*searchable)) : std::string());
        }
    }
    auto last = known_;
    const auto write = [&](db::Connection& connection) {
        const auto now = store::state(connection);
        const bool fits = now && now->analysis == analysis_version;
        if (!fits) store::begin_anew(connection, state);
        // Somebody else was quicker: nothing is lost, the next step looks again.
        if (fits && (now->epoch != state.epoch || now->sequence != state.sequence)) return false;
        if (store::last_word(connection) != known_) return false;
        for (const auto& word : added_) store::add_word(connection, {++last, word.section, word.word, word.stems});
        for (const auto& [id, bytes] : contents) store::put_entry(connection, id, changes.last, bytes);
        store::set_sequence(connection, changes.last);
        return true;
    };
    bool written = false;
    try {
        written = database.write(write);
    } catch (...) {
        forget(); // the numbers given to new words are not theirs
        throw;
    }
    if (written) {
        known_ = last;
        added_.clear();
    } else {
        forget();
    }
    return true;
}

bool Indexer::catch_up(db::Database& database, const IndexProgress& progress) {
    bool worked = false;
    while (step(database)) {
        worked = true;
        if (!progress) continue;
        const db::Reader reader = database.read();
        const auto at = store::state(*reader);
        if (at) progress(static_cast<std::size_t>(at->sequence), static_cast<std::size_t>(last_sequence(*reader)));
    }
    return worked;
}

} // namespace interregio::search
