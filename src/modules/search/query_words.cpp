#include "modules/search/query_words.h"

#include "platform/language/stems.h"
#include "platform/language/words.h"

#include <algorithm>
#include <unordered_map>

namespace interregio::search {
namespace {

// How well a word of the index answers a word of the query.
constexpr float same_word = 1;
constexpr float same_stem = 0.9F;
constexpr float begins_alike = 0.5F;
constexpr float has_inside = 0.35F;
constexpr float one_error = 0.6F;
constexpr float two_errors = 0.4F;

constexpr std::size_t shortest_beginning = 4; ///< letters of a word that finds longer ones
constexpr std::size_t shortest_inside = 5;
constexpr std::size_t most_words = 200; ///< that one word of a query stands for, in one section

class Matches {
  public:
    void add(std::uint32_t number, float quality) {
        auto& known = qualities_[number];
        known = std::max(known, quality);
    }
    [[nodiscard]] bool empty() const { return qualities_.empty(); }
    /// The best, and among those as good the more frequent.
    [[nodiscard]] std::vector<MatchedWord> best(const IndexContents& contents, std::size_t most) const {
        std::vector<MatchedWord> list;
        for (const auto& [number, quality] : qualities_)
            if (contents.is_used(number)) list.push_back({number, quality});
        std::ranges::sort(list, [&](const MatchedWord& a, const MatchedWord& b) {
            if (a.quality != b.quality) return a.quality > b.quality;
            const auto of_a = contents.postings(a.number).count();
            const auto of_b = contents.postings(b.number).count();
            return of_a != of_b ? of_a > of_b : a.number < b.number;
        });
        if (list.size() > most) list.resize(most);
        return list;
    }

  private:
    std::unordered_map<std::uint32_t, float> qualities_;
};

/// By the word and its stems: the analysis that made the index, and what the index knows of a word typed without its
/// accents.
void add_relatives(const Vocabulary& vocabulary, const std::string& word, const std::string& form,
                   std::vector<std::string>& stems, Matches& matches) {
    stems = language::stems(word, vocabulary.language());
    for (const auto number : vocabulary.written(form)) {
        matches.add(number, same_word);
        const auto of_word = vocabulary.stems_of(number);
        for (std::size_t begin = 0; begin < of_word.size();) {
            const auto end = std::min(of_word.find(' ', begin), of_word.size());
            stems.emplace_back(of_word.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    for (const auto& stem : stems)
        for (const auto number : vocabulary.with_stem(stem)) matches.add(number, same_stem);
}

/// Longer words, for compounds: “Brachfläche” in “Brachflächenrevitalisierung”, “Revitalisierung” as well.
void add_longer_words(const Vocabulary& vocabulary, const std::string& form, const std::vector<std::string>& stems,
                      std::size_t least, Matches& matches) {
    std::string part = form;
    for (const auto& stem : stems)
        if (stem.size() >= shortest_beginning && stem.size() < part.size() && form.starts_with(stem)) part = stem;
    if (part.size() < least) return;
    vocabulary.each_with(part, [&](std::uint32_t number, Vocabulary::Place place) {
        if (place == Vocabulary::Place::beginning)
            matches.add(number, begins_alike);
        else if (part.size() >= shortest_inside)
            matches.add(number, has_inside);
    });
}

std::vector<MatchedWord> matches_in(const IndexContents& contents, const Vocabulary& vocabulary,
                                    const std::string& word, SearchQuery::LastWord kind) {
    Matches matches;
    const auto form = language::folded(word, vocabulary.language());
    std::vector<std::string> stems;
    add_relatives(vocabulary, word, form, stems, matches);
    const bool unfinished = kind == SearchQuery::LastWord::beginning;
    add_longer_words(vocabulary, form, stems, unfinished ? 2 : shortest_beginning, matches);
    return matches.best(contents, most_words);
}

/// What is nearest in any section, when nothing is as typed.
void add_misspelt(const IndexContents& contents, QueryWord& word) {
    const auto length = word.typed.size();
    if (length < 4 || std::ranges::any_of(word.typed, [](char c) { return c >= '0' && c <= '9'; })) return;
    const std::size_t most = length < 8 ? 1 : 2;
    std::size_t least_errors = most + 1;
    const auto look = [&](const Vocabulary& vocabulary, const auto& action) {
        vocabulary.each_near(language::folded(word.typed, vocabulary.language()), most,
                             [&](std::uint32_t number, std::size_t errors) {
                                 if (contents.is_used(number)) action(number, errors);
                             });
    };
    const auto note = [&](std::uint32_t, std::size_t errors) { least_errors = std::min(least_errors, errors); };
    for (const auto& vocabulary : contents.languages()) look(vocabulary, note);
    look(contents.names(), note);
    if (least_errors > most) return;
    std::uint32_t used_by = 0;
    const auto take = [&](const Vocabulary& vocabulary, std::vector<MatchedWord>& list) {
        Matches matches;
        look(vocabulary, [&](std::uint32_t number, std::size_t errors) {
            if (errors != least_errors) return;
            const float quality = errors < 2 ? one_error : two_errors;
            matches.add(number, quality);
            if (const auto count = contents.postings(number).count(); count > used_by) {
                used_by = count;
                word.used = vocabulary.word(number);
            }
        });
        constexpr std::size_t few = 8;
        list = matches.best(contents, few);
    };
    for (std::size_t i = 0; i < contents.languages().size(); ++i) take(contents.languages()[i], word.in_languages[i]);
    take(contents.names(), word.in_names);
}

/// How many of the words from `begin` on are, together, a name; 0: none. The longest counts.
std::size_t name_length(const IndexContents& contents, const std::vector<std::string>& forms, std::size_t begin) {
    std::string name;
    std::size_t found = 0;
    for (std::size_t end = begin; end < forms.size(); ++end) {
        name.append(name.empty() ? "" : " ").append(forms[end]);
        if (contents.documents_named(name) != nullptr) found = end + 1 - begin;
    }
    return found;
}

std::vector<QueryWord> read_name(const IndexContents& contents, const std::string& name) {
    std::vector<QueryWord> words;
    for (std::size_t begin = 0; begin < name.size() && words.size() < most_query_words;) {
        const auto end = std::min(name.find(' ', begin), name.size());
        auto word =
            read_word(contents, std::string_view(name).substr(begin, end - begin), SearchQuery::LastWord::whole);
        // Words that say nothing are no condition.
        const bool empty = !word.found() && std::ranges::find(word.stop_word_in, true) != word.stop_word_in.end();
        if (!empty) words.push_back(std::move(word));
        begin = end + 1;
    }
    return words;
}

/// Other names of what the words from `begin` on are a name of.
void add_other_names(const IndexContents& contents, const std::vector<std::string>& forms, std::size_t begin,
                     std::size_t length, QueryGroup& group) {
    constexpr std::size_t most_alternatives = 6;
    std::string name;
    for (std::size_t i = begin; i < begin + length; ++i) name.append(name.empty() ? "" : " ").append(forms[i]);
    for (const auto document : *contents.documents_named(name))
        for (const auto& other : contents.names_of(document)) {
            if (other == name || group.alternatives.size() >= most_alternatives) continue;
            auto words = read_name(contents, other);
            const bool possible = !words.empty() && std::ranges::all_of(words, &QueryWord::found);
            if (possible) group.alternatives.push_back(std::move(words));
        }
}

} // namespace

bool QueryWord::found() const {
    return !in_names.empty() || std::ranges::any_of(in_languages, [](const auto& list) { return !list.empty(); });
}

QueryWord read_word(const IndexContents& contents, std::string_view word, SearchQuery::LastWord kind) {
    QueryWord read;
    read.typed = language::lower(word);
    for (const auto& vocabulary : contents.languages()) {
        read.in_languages.push_back(matches_in(contents, vocabulary, read.typed, kind));
        read.stop_word_in.push_back(language::is_stop_word(read.typed, vocabulary.language()));
    }
    read.in_names = matches_in(contents, contents.names(), read.typed, kind);
    return read;
}

std::vector<QueryGroup> read_query(const IndexContents& contents, const SearchQuery& query) {
    std::vector<std::string> typed;
    language::for_each_word(query.text, [&](std::string_view word, std::size_t) {
        if (typed.size() < most_query_words) typed.emplace_back(word);
    });
    std::vector<std::string> forms;
    for (const auto& word : typed) forms.push_back(language::folded(language::lower(word), Language()));
    std::vector<QueryGroup> groups;
    for (std::size_t i = 0; i < typed.size();) {
        const auto length = std::max<std::size_t>(1, name_length(contents, forms, i));
        QueryGroup group;
        std::vector<QueryWord> words;
        for (std::size_t j = i; j < i + length; ++j) {
            const bool last = j + 1 == typed.size();
            auto word = read_word(contents, typed[j], last ? query.last_word : SearchQuery::LastWord::whole);
            const bool says_nothing =
                !query.languages.empty() && language::is_stop_word(word.typed, query.languages.front());
            if (says_nothing && (length == 1 || !word.found())) continue;
            if (!word.found()) add_misspelt(contents, word);
            words.push_back(std::move(word));
        }
        if (!words.empty()) group.alternatives.push_back(std::move(words));
        if (length > 1 || contents.documents_named(forms[i]) != nullptr)
            add_other_names(contents, forms, i, length, group);
        if (!group.alternatives.empty()) groups.push_back(std::move(group));
        i += length;
    }
    return groups;
}

} // namespace interregio::search
