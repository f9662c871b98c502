#pragma once
// Finds the terms of what is published, for a JSON-LD context (https://www.w3.org/TR/json-ld11/): a visitor of
// publish(). Internal to the module.

#include "modules/journal/tree.h"
#include "modules/open_data/published.h"

namespace interregio::open_data {

class TermCollector {
  public:
    explicit TermCollector(Tree& terms) : terms_(terms) {}

    void type(std::string_view, std::initializer_list<std::string_view> possible) {
        for (const auto name : possible)
            terms_[std::string(name)] =
                (name == "Partnership" || name == "Agreement" ? "interregio:" : "schema:") + std::string(name);
    }
    template <class T> void operator()(Term term, const T&, Presence = Presence::optional) {
        add(term, static_cast<const T*>(nullptr));
    }
    template <class T> void operator()(Term term, const std::optional<T>&, Presence = Presence::optional) {
        add(term, static_cast<const T*>(nullptr));
    }
    template <class T> void operator()(Term term, const std::vector<T>&, Presence = Presence::optional) {
        add(term, static_cast<const T*>(nullptr));
    }

  private:
    static std::string meaning(Term term) {
        return (term.vocabulary == Vocabulary::schema_org ? "schema:" : "interregio:") + std::string(term.name);
    }
    void plain(Term term) { terms_[std::string(term.name)] = meaning(term); }
    void by_language(Term term) {
        terms_[std::string(term.name)] = {{"@id", meaning(term)}, {"@container", "@language"}};
    }
    void address(Term term) { terms_[std::string(term.name)] = {{"@id", meaning(term)}, {"@type", "@id"}}; }

    void add(Term term, const LocalizedText*) { by_language(term); }
    void add(Term term, const Words*) { by_language(term); }
    void add(Term term, const PersonalName*) { by_language(term); }
    void add(Term term, const WebAddress*) { address(term); }
    void add(Term term, const SitePath*) { address(term); }
    template <NamedEnum E> void add(Term term, const E*) {
        if (name_of(E{}).starts_with("https://"))
            address(term);
        else
            plain(term);
    }
    template <NestedRow T> void add(Term term, const T*) {
        plain(term);
        publish(*this, T{});
    }
    template <class T> void add(Term term, const T*) { plain(term); }

    Tree& terms_;
};

} // namespace interregio::open_data
