#include "modules/search/search_index.h"

#include "modules/search/evaluation.h"
#include "modules/search/index_store.h"
#include "platform/language/stems.h"
#include "platform/language/words.h"

#include <algorithm>
#include <condition_variable>

namespace interregio::search {
namespace {

using namespace std::chrono_literals;
constexpr auto look_again = 100ms;

} // namespace

SearchIndex::SearchIndex(db::Database& database, const Clock& clock)
    : database_(database), indexer_(clock), contents_(std::make_shared<IndexContents>()) {}
SearchIndex::~SearchIndex() = default;

bool SearchIndex::catch_up(const std::stop_token& stop) {
    const std::scoped_lock lock(work_);
    while (!stop.stop_requested() && indexer_.step(database_)) {
    }
    return refresh_locked();
}

bool SearchIndex::refresh() {
    const std::scoped_lock lock(work_);
    return refresh_locked();
}

bool SearchIndex::refresh_locked() {
    const db::Reader reader = database_.read();
    const auto state = store::state(*reader);
    if (!state) return false;
    const bool goes_on = state->epoch == epoch_ && state->sequence >= sequence_ &&
                         store::name_of_change(*reader, sequence_) == change_ && !contents_->worn();
    if (goes_on && state->sequence == sequence_) return false;
    const auto fill = [&](IndexContents& contents) {
        store::each_word_after(*reader, contents.last_word(), [&](const store::WordRow& row) {
            contents.add_word(static_cast<std::uint32_t>(row.number), row.language, row.word, row.stems);
        });
        store::each_entry_after(*reader, goes_on ? sequence_ : 0, [&](const Uuid& record, std::string_view bytes) {
            contents.put(record, decoded(bytes));
        });
    };
    if (goes_on) {
        const std::unique_lock lock(mutex_);
        fill(*contents_);
    } else {
        auto fresh = std::make_shared<IndexContents>();
        fill(*fresh);
        fresh->give_back_spare_memory();
        const std::unique_lock lock(mutex_);
        contents_ = std::move(fresh);
    }
    epoch_ = state->epoch;
    sequence_ = state->sequence;
    change_ = store::name_of_change(*reader, sequence_);
    ready_ = true;
    return true;
}

void SearchIndex::follow(const std::stop_token& stop, const std::function<void(const std::string&)>& complain) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::string complaint;
    bool dictionaries = false;
    while (!stop.stop_requested()) {
        try {
            if (!ready()) refresh(); // what was stored before, at once
            catch_up(stop);
            if (!dictionaries) language::load_dictionaries(); // before somebody has to wait for it
            dictionaries = true;
            complaint.clear();
        } catch (const std::exception& error) {
            if (complaint != error.what()) complain(error.what());
            complaint = error.what();
        }
        std::unique_lock lock(mutex);
        wake.wait_for(lock, stop, complaint.empty() ? look_again : 20 * look_again, [] { return false; });
    }
}

SearchIndex::Size SearchIndex::size() const {
    const std::shared_lock lock(mutex_);
    return {contents_->alive(), contents_->last_word(), contents_->bytes()};
}

SearchResult SearchIndex::search(const SearchQuery& query) const {
    const std::shared_lock lock(mutex_);
    return evaluate(*contents_, query);
}

std::vector<Completion> SearchIndex::completions(std::string_view text, Language language, std::size_t most) const {
    std::string last;
    std::size_t end = 0;
    language::for_each_word(text, [&](std::string_view word, std::size_t offset) {
        last = word;
        end = offset + word.size();
    });
    if (last.empty() || end != text.size()) return {}; // a word that is finished
    const std::shared_lock lock(mutex_);
    std::map<std::string, std::size_t> words;
    const auto look = [&](const Vocabulary& vocabulary) {
        const auto form = language::folded(language::lower(last), vocabulary.language());
        vocabulary.each_with(form, [&](std::uint32_t number, Vocabulary::Place place) {
            if (place != Vocabulary::Place::beginning || !contents_->is_used(number)) return;
            auto& known = words[std::string(vocabulary.word(number))];
            known = std::max<std::size_t>(known, contents_->postings(number).count());
        });
    };
    if (const auto* vocabulary = contents_->language(language)) look(*vocabulary);
    look(contents_->names());
    std::vector<Completion> list;
    for (auto& [word, records] : words) list.push_back({word, records});
    std::ranges::stable_sort(list, std::greater<>(), &Completion::records);
    if (list.size() > most) list.resize(most);
    return list;
}

} // namespace interregio::search
