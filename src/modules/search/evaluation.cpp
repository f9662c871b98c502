#include "modules/search/evaluation.h"

#include "modules/search/facet_counts.h"
#include "modules/search/searchable.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace interregio::search {
namespace {

using Scores = std::vector<float>; ///< by document; 0: not found

/// Arrays over all records are large: each thread keeps those it has used for the next query.
class SpareScores {
  public:
    static Scores take(std::size_t size) {
        auto& list = spare();
        if (list.empty()) return Scores(size);
        Scores scores = std::move(list.back());
        list.pop_back();
        scores.assign(size, 0);
        return scores;
    }
    static void give_back(Scores&& scores) {
        constexpr std::size_t most = 16;
        if (auto& list = spare(); list.size() < most) list.push_back(std::move(scores));
    }

  private:
    static std::vector<Scores>& spare() {
        thread_local std::vector<Scores> list;
        return list;
    }
};

/// What a query found in one language, with what was looked for to be marked later.
struct Pass {
    std::size_t section = 0; ///< of the language
    Scores sums;
    std::vector<std::uint8_t> groups; ///< how many of the groups each document has
    std::size_t asked = 0;            ///< groups that count in this language
};

// What is done to whole arrays; compiled to work on several records at once.

void raise(Scores& scores, const Scores& others) {
    float* const to = scores.data();
    const float* const from = others.data();
    const std::size_t size = scores.size();
    for (std::size_t i = 0; i < size; ++i) to[i] = to[i] < from[i] ? from[i] : to[i];
}

void join(Scores& scores, const Scores& others) {
    float* const to = scores.data();
    const float* const from = others.data();
    const std::size_t size = scores.size();
    for (std::size_t i = 0; i < size; ++i) {
        const float sum = to[i] + from[i];
        to[i] = (to[i] < from[i] ? to[i] : from[i]) > 0 ? sum : 0;
    }
}

void count_group(Pass& pass, const Scores& best) {
    float* const sums = pass.sums.data();
    std::uint8_t* const groups = pass.groups.data();
    const float* const from = best.data();
    const std::size_t size = best.size();
    for (std::size_t i = 0; i < size; ++i) sums[i] += from[i];
    for (std::size_t i = 0; i < size; ++i) groups[i] = static_cast<std::uint8_t>(groups[i] + (from[i] > 0 ? 1 : 0));
}

struct Found {
    std::uint32_t document = 0;
    std::uint32_t pass = 0;
    float score = 0;
};

class Evaluation {
  public:
    Evaluation(const IndexContents& contents, const SearchQuery& query)
        : contents_(contents), query_(query), groups_(read_query(contents, query)) {}
    ~Evaluation() {
        for (auto& pass : passes_) SpareScores::give_back(std::move(pass.sums));
        for (auto& [word, scores] : name_scores_) SpareScores::give_back(std::move(scores));
    }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    SearchResult run() {
        for (const Language language : query_.languages)
            for (std::size_t i = 0; i < contents_.languages().size(); ++i)
                if (contents_.languages()[i].language() == language) passes_.push_back(evaluate_in(i));
        if (groups_.empty() || passes_.empty()) return std::move(result_);
        collect();
        give();
        note_words();
        return std::move(result_);
    }

  private:
    [[nodiscard]] float rarity(std::uint32_t word) const {
        const auto all = static_cast<float>(contents_.documents().size());
        const auto having = static_cast<float>(contents_.postings(word).count());
        return std::log(1 + (all - having + 0.5F) / (having + 0.5F)) + 0.1F;
    }

    void scatter(std::uint32_t word, float factor, Scores& scores) const {
        contents_.postings(word).each([&](std::uint32_t document, std::uint8_t weight) {
            scores[document] = std::max(scores[document], factor * static_cast<float>(weight));
        });
    }

    /// The records by whose names others are found, and those that refer to them; places also by the places in them.
    void scatter_names(const QueryWord& word, Scores& scores) {
        constexpr std::size_t most_linked = 500;
        std::vector<std::pair<std::uint32_t, float>> leading; // documents, with the quality of the match
        for (const auto& [number, quality] : word.in_names) {
            const float factor = quality * rarity(number);
            contents_.postings(number).each([&](std::uint32_t document, std::uint8_t weight) {
                scores[document] = std::max(scores[document], factor * static_cast<float>(weight));
                const auto& leader = contents_.documents()[document];
                if (leader.alive && leads_to_others(leader.kind) && leading.size() < most_linked)
                    leading.emplace_back(document, quality);
            });
        }
        const auto direct = leading.size();
        for (std::size_t i = 0; i < leading.size(); ++i) {
            const auto [document, quality] = leading[i];
            const auto& leader = contents_.documents()[document];
            leaders_.insert(leader.id);
            const auto link = contents_.link_word(leader.id);
            if (link == 0) continue;
            scatter(link, quality * rarity(link) * 0.7F, scores);
            if (i >= direct || leader.kind != RecordKind::place) continue;
            const float within = quality * 0.8F; // a place in the place that was asked for
            contents_.postings(link).each([&](std::uint32_t other, std::uint8_t) {
                const auto& linked = contents_.documents()[other];
                if (linked.alive && linked.kind == RecordKind::place && leading.size() < 2 * most_linked)
                    leading.emplace_back(other, within);
            });
        }
    }

    /// The names are the same in every language: they are looked for once.
    const Scores& name_scores(const QueryWord& word) {
        // The same word may stand in several names; unfinished, it stands for more.
        const auto key = word.typed + ' ' + std::to_string(word.in_names.size());
        const auto found = name_scores_.find(key);
        if (found != name_scores_.end()) return found->second;
        auto& scores = name_scores_[key] = SpareScores::take(contents_.documents().size());
        scatter_names(word, scores);
        return scores;
    }

    /// Raises the scores to what one word finds.
    void evaluate_word(const QueryWord& word, std::size_t section, Scores& scores) {
        raise(scores, name_scores(word));
        for (const auto& [number, quality] : word.in_languages[section])
            scatter(number, quality * rarity(number), scores);
    }

    /// Raises the scores to what one alternative of a group finds: records that have all its words.
    void evaluate_alternative(const std::vector<QueryWord>& words, std::size_t section, Scores& best) {
        std::vector<const QueryWord*> asked;
        for (const QueryWord& word : words)
            if (!word.stop_word_in[section]) asked.push_back(&word);
        if (asked.size() == 1) evaluate_word(*asked.front(), section, best);
        if (asked.size() < 2) return;
        auto all = SpareScores::take(best.size());
        evaluate_word(*asked.front(), section, all);
        for (std::size_t i = 1; i < asked.size(); ++i) {
            auto scores = SpareScores::take(best.size());
            evaluate_word(*asked[i], section, scores);
            join(all, scores);
            SpareScores::give_back(std::move(scores));
        }
        raise(best, all);
        SpareScores::give_back(std::move(all));
    }

    Pass evaluate_in(std::size_t section) {
        const auto size = contents_.documents().size();
        Pass pass{section, SpareScores::take(size), std::vector<std::uint8_t>(size), 0};
        for (const QueryGroup& group : groups_) {
            const auto says_nothing = [&](const std::vector<QueryWord>& words) {
                return std::ranges::all_of(words,
                                           [&](const QueryWord& word) { return bool(word.stop_word_in[section]); });
            };
            if (std::ranges::all_of(group.alternatives, says_nothing)) continue;
            ++pass.asked;
            auto best = SpareScores::take(size);
            for (const auto& words : group.alternatives) evaluate_alternative(words, section, best);
            count_group(pass, best);
            SpareScores::give_back(std::move(best));
        }
        return pass;
    }

    [[nodiscard]] bool may_be_given(const IndexContents::Document& document, const Pass& pass) const {
        return document.alive && is_result(document.kind) && (document.languages >> pass.section & 1U) != 0;
    }

    /// All records that have the words; if there are none, those that have most of them.
    void collect() {
        const auto collect_with = [&](std::size_t missing) {
            std::vector<bool> taken(contents_.documents().size());
            for (std::uint32_t p = 0; p < passes_.size(); ++p) {
                const Pass& pass = passes_[p];
                if (pass.asked <= missing) continue;
                const auto needed = pass.asked - missing;
                for (std::uint32_t i = 0; i < pass.groups.size(); ++i) {
                    if (pass.groups[i] < needed || taken[i] || !may_be_given(contents_.documents()[i], pass)) continue;
                    taken[i] = true;
                    found_.push_back({i, p, pass.sums[i]});
                }
            }
        };
        std::size_t most_asked = 0;
        for (const Pass& pass : passes_) most_asked = std::max(most_asked, pass.asked);
        for (std::size_t missing = 0; found_.empty() && missing < most_asked; ++missing) {
            collect_with(missing);
            if (missing > 0 && !found_.empty()) result_.match = SearchResult::Match::some_words;
        }
    }

    /// Filters, counts, sorts, and gives the part that is asked for.
    void give() {
        FacetCounts counts(contents_, query_.filter);
        std::erase_if(found_, [&](const Found& found) { return !counts.count(contents_.documents()[found.document]); });
        counts.give(result_);
        result_.total = found_.size();
        result_.own = is_own_language() ? static_cast<std::size_t>(std::ranges::count(found_, 0U, &Found::pass)) : 0;
        give_part(found_);
    }

    void give_part(std::vector<Found>& passing) {
        const auto before = [&](const Found& a, const Found& b) {
            if ((a.pass == 0) != (b.pass == 0)) return a.pass == 0;
            if (a.score != b.score) return a.score > b.score;
            const auto& of_a = contents_.documents()[a.document];
            const auto& of_b = contents_.documents()[b.document];
            return of_a.day != of_b.day ? of_a.day > of_b.day : of_a.id < of_b.id;
        };
        const auto first = std::min(query_.first, passing.size());
        const auto last = std::min(first + query_.count, passing.size());
        std::partial_sort(passing.begin(), passing.begin() + static_cast<std::ptrdiff_t>(last), passing.end(), before);
        for (std::size_t i = first; i < last; ++i) {
            const auto& document = contents_.documents()[passing[i].document];
            Hit hit{document.id,
                    document.kind,
                    contents_.languages()[passes_[passing[i].pass].section].language(),
                    passing[i].pass == 0 && is_own_language(),
                    {}};
            for (const auto link : contents_.links(document))
                if (const auto record = contents_.linked_record(link); leaders_.contains(record))
                    hit.through.push_back(record);
            result_.hits.push_back(std::move(hit));
        }
    }

    /// Whether the first pass is in the reader's language: a record may have no text in it at all.
    [[nodiscard]] bool is_own_language() const {
        return contents_.languages()[passes_.front().section].language() == query_.languages.front();
    }

    /// What the snippets mark, and what was taken for what.
    void note_words() {
        for (const QueryGroup& group : groups_)
            for (const auto& words : group.alternatives)
                for (const QueryWord& word : words) {
                    if (!word.used.empty()) result_.corrections.push_back({word.typed, word.used});
                    for (std::size_t i = 0; i < word.in_languages.size(); ++i) {
                        const auto& vocabulary = contents_.languages()[i];
                        for (const auto& match : word.in_languages[i])
                            result_.found.forms[vocabulary.language()].emplace(vocabulary.form(match.number));
                    }
                    for (const auto& match : word.in_names)
                        result_.found.names.emplace(contents_.names().form(match.number));
                }
    }

    const IndexContents& contents_;
    const SearchQuery& query_;
    std::vector<QueryGroup> groups_;
    std::vector<Pass> passes_;
    std::unordered_map<std::string, Scores> name_scores_;
    std::unordered_set<Uuid> leaders_;
    std::vector<Found> found_;
    SearchResult result_;
};

} // namespace

SearchResult evaluate(const IndexContents& contents, const SearchQuery& query) {
    return Evaluation(contents, query).run();
}

} // namespace interregio::search
