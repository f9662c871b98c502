#include "modules/editing/publishing_rules.h"

#include <gtest/gtest.h>

namespace interregio::editing {
namespace {

/// People are called after their organisation: "r1" is somebody of the Ruhr, "g1" of the other side, "x1" of neither.
struct RuleCase {
    const char* on;      ///< which rules: r, g: nobody alone there; p: all parties agree
    const char* made_by; ///< of each record
    const char* agree;   ///< people
    const char* missing; ///< P: a publisher, 2: a second person; r, g: a party
};

Uuid uuid_of(char letter) {
    return *Uuid::parse(std::string("00000000-0000-7000-8000-0000000000") + (letter == 'r'   ? "01"
                                                                             : letter == 'g' ? "02"
                                                                             : letter == 'p' ? "03"
                                                                                             : "04"));
}

std::vector<std::string> words_in(const std::string& text) {
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; stream >> word;) words.push_back(word);
    return words;
}

std::string missing_of(const RuleCase& one) {
    PublishingRules rules;
    for (const char rule : std::string(one.on))
        if (rule == 'p')
            rules.parties_agree.insert(Id<Partnership>(uuid_of('p')));
        else
            rules.nobody_alone.insert(Id<Organisation>(uuid_of(rule)));
    const std::vector<Id<Organisation>> parties{Id<Organisation>(uuid_of('r')), Id<Organisation>(uuid_of('g'))};
    Publication publication{
        .made_by = words_in(one.made_by),
        .partnerships = {{Id<Partnership>(uuid_of('p')), parties}, {Id<Partnership>(uuid_of('p')), parties}}};
    std::vector<Consenting> people;
    for (const std::string& name : words_in(one.agree))
        people.push_back({{}, Id<Organisation>(uuid_of(name[0])), name});
    const MissingConsent missing = missing_consent(rules, publication, people);
    std::string words;
    if (missing.publisher) words += "P";
    if (missing.second_person) words += "2";
    for (const auto& party : missing.parties) words += party.uuid() == uuid_of('r') ? "r" : "g";
    EXPECT_EQ(missing.none(), words.empty());
    return words;
}

TEST(PublishingRules, SayWhoIsMissing) {
    const RuleCase cases[] = {
        // Without rules one is enough, whoever made it.
        {"", "r1", "", "P"},
        {"", "r1", "r1", ""},
        {"", "r1", "x1", ""},
        // Nobody publishes alone: not who made it.
        {"r", "r1", "r1", "2"},
        {"r", "r1", "r2", ""},
        {"r", "r1", "r1 r2", ""},
        {"r", "r2", "r1", ""},
        {"r", "r1", "", "P"},
        // The rule is for the people of that organisation.
        {"g", "r1", "r1", ""},
        {"r", "r1", "r1 g1", ""},
        {"rg", "g1", "g1", "2"},
        {"rg", "g1", "g1 r1", ""},
        // Several records at once: each needs somebody who has not made it.
        {"r", "r1 r2", "r1", "2"},
        {"r", "r1 r2", "r1 r2", ""},
        {"r", "r1 r2", "r3", ""},
        // All parties agree, each once.
        {"p", "r1", "", "Prg"},
        {"p", "r1", "r1", "g"},
        {"p", "r1", "g1", "r"},
        {"p", "r1", "r1 g1", ""},
        {"p", "r1", "x1", "rg"},
        // Both.
        {"rp", "r1", "r1", "2g"},
        {"rp", "r1", "r1 g1", ""},
        {"rp", "r1", "r2", "g"},
        {"rgp", "r1", "r1 r2", "g"},
        {"rgp", "r1", "r2 g1", ""},
    };
    for (const RuleCase& one : cases)
        EXPECT_EQ(missing_of(one), one.missing) << one.on << ": made by " << one.made_by << ", agree " << one.agree;
}

} // namespace
} // namespace interregio::editing
