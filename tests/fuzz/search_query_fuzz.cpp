// Input: what somebody types into the search field. It becomes a query of bounded length, its words are cut and found
// in a small index, and the marks in a text fit together again: nothing of it may crash, hang or change the text.

#include "base/assert.h"
#include "base/utf8.h"
#include "modules/search/evaluation.h"
#include "modules/search/snippet.h"
#include "platform/language/stems.h"
#include "platform/language/words.h"

#include <cstdint>

namespace {

using namespace interregio;
using namespace interregio::search;

const IndexContents& small_index() {
    static const IndexContents contents = [] {
        IndexContents made;
        std::uint32_t number = 0;
        Entry entry{RecordKind::activity, "forum", "2024-05-14", {{"", {}}, {"de", {}}, {"pl", {}}}, {}};
        const auto add = [&](std::size_t section, std::string_view word) {
            std::string stems;
            for (const auto& stem :
                 language::stems(word, Language::parse(entry.sections[section].language).value_or(Language())))
                stems += (stems.empty() ? "" : " ") + stem;
            made.add_word(++number, entry.sections[section].language, word, stems);
            entry.sections[section].words.push_back({number, 9});
        };
        for (const auto* word : {"kattowitz", "katowice", "2024", "ruhr"}) add(0, word);
        for (const auto* word : {"brachflächenrevitalisierung", "brachflächen", "straße", "ruhr"}) add(1, word);
        for (const auto* word : {"rewitalizacji", "świętochłowice", "mieście"}) add(2, word);
        const auto id = [](char digit) {
            return Uuid::parse(std::string(35, '0')
                                   .replace(8, 1, "-")
                                   .replace(13, 1, "-")
                                   .replace(18, 1, "-")
                                   .replace(23, 1, "-") +
                               digit)
                .value();
        };
        made.put(id('1'), entry);
        entry.kind = RecordKind::place;
        entry.names = {"kattowitz", "katowice", "stadt kattowitz"};
        made.put(id('2'), entry);
        return made;
    }();
    return contents;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const auto query = clean_query(typed);
    INTERREGIO_ASSERT(valid_utf8(query) && query.size() <= 4 * most_query_characters, "bounded UTF-8");
    INTERREGIO_ASSERT(!has_control_characters(query, ControlCharacters::none), "one line");
    INTERREGIO_ASSERT(clean_query(query) == query, "clean stays clean");

    FoundWords words;
    for (const auto kind : {SearchQuery::LastWord::whole, SearchQuery::LastWord::beginning}) {
        const auto result = evaluate(
            small_index(), {query, {languages::german, languages::polish, languages::english}, {}, 0, 20, kind});
        INTERREGIO_ASSERT(result.hits.size() <= 1 && result.own <= result.total, "one record may be found");
        words = result.found;
    }
    const auto same_text = [](const MarkedText& parts, std::string_view text) {
        std::string joined;
        for (const auto& part : parts) joined += part.text;
        return joined == text;
    };
    INTERREGIO_ASSERT(same_text(marked(query, languages::german, words), query), "marks change nothing");
    for (const auto& part : snippet(query, languages::polish, words, 40).text)
        INTERREGIO_ASSERT(valid_utf8(part.text), "cut between words");
    language::for_each_word(typed, [](std::string_view, std::size_t) {}); // also bytes that are no UTF-8
    return 0;
}
