#pragma once
// The index in memory, made from the stored one: for each word the records that have it, for each record what readers
// filter and sort by. Internal to the module.

#include "base/id.h"
#include "modules/search/entry.h"
#include "modules/search/postings.h"
#include "modules/search/vocabulary.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace interregio::search {

/// The names of places, organisations, fields and series that mean the same.
using Names = std::vector<std::string>;

class IndexContents {
  public:
    struct Document {
        Uuid id;
        RecordKind kind = RecordKind::activity;
        bool alive = true;
        std::uint16_t kind_word = 0; ///< place in kind_words()
        std::int16_t year = -1;      ///< -1: none
        std::int32_t day = 0;        ///< as a number that grows; 0: none
        std::uint32_t languages = 0; ///< a bit for each section of a language
        std::uint32_t links_begin = 0;
        std::uint32_t links_count = 0;
    };

    IndexContents();

    /// Numbers come in order, beginning with 1, without gaps.
    void add_word(std::uint32_t number, std::string_view section, std::string_view word, std::string_view stems);
    /// The entry of a record takes the place of its former one; nothing removes it.
    void put(const Uuid& record, const std::optional<Entry>& entry);
    void give_back_spare_memory();

    [[nodiscard]] std::uint32_t last_word() const { return static_cast<std::uint32_t>(postings_.size()) - 1; }
    [[nodiscard]] const std::vector<Document>& documents() const { return documents_; }
    /// Those of fields of action and organisations, by which readers narrow what was found.
    [[nodiscard]] const std::vector<std::uint32_t>& facet_documents() const { return facet_documents_; }
    /// Null when there is none.
    [[nodiscard]] const Document* find(const Uuid& record) const;
    [[nodiscard]] std::size_t alive() const { return by_id_.size(); }
    /// Whether so many entries have been replaced that it is better to make the contents anew.
    [[nodiscard]] bool worn() const { return documents_.size() > 2 * alive() + 20'000; }

    [[nodiscard]] const Postings& postings(std::uint32_t word) const { return postings_[word]; }
    /// Whether any record has the word as it is now: one that none has is not to be told to anybody.
    [[nodiscard]] bool is_used(std::uint32_t word) const {
        return postings_[word].any([&](std::uint32_t document, std::uint8_t) { return documents_[document].alive; });
    }
    [[nodiscard]] const std::vector<std::string>& kind_words() const { return kind_words_; }

    /// The sections of languages, whose places are the bits of Document::languages.
    [[nodiscard]] const std::vector<Vocabulary>& languages() const { return languages_; }
    [[nodiscard]] const Vocabulary* language(Language language) const;
    [[nodiscard]] const Vocabulary& names() const { return names_; }

    /// Those that are linked from the document, as numbers of words of the section of links.
    [[nodiscard]] std::span<const std::uint32_t> links(const Document& document) const {
        return std::span(links_).subspan(document.links_begin, document.links_count);
    }
    /// The word that stands for links to a record; 0: nothing refers to it.
    [[nodiscard]] std::uint32_t link_word(const Uuid& record) const;
    [[nodiscard]] Uuid linked_record(std::uint32_t word) const;

    /// Names that mean the same as this one, folded words between spaces; none for what is no name.
    [[nodiscard]] const std::vector<std::uint32_t>* documents_named(const std::string& name) const;
    [[nodiscard]] const Names& names_of(std::uint32_t document) const;

    [[nodiscard]] std::size_t bytes() const;

  private:
    std::size_t section_of(std::string_view language);
    void remove(const Uuid& record);

    std::vector<Postings> postings_; ///< by number
    std::vector<Document> documents_;
    std::vector<std::uint32_t> facet_documents_;
    std::unordered_map<Uuid, std::uint32_t> by_id_;
    std::vector<std::string> kind_words_;
    std::vector<Vocabulary> languages_;
    Vocabulary names_{Language()};
    std::vector<std::uint32_t> links_;
    std::unordered_map<Uuid, std::uint32_t> link_words_;
    std::unordered_map<std::uint32_t, Uuid> linked_records_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> named_;
    std::unordered_map<std::uint32_t, Names> names_of_;
};

} // namespace interregio::search
