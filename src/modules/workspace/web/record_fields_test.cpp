// Every field of every kind has its words in every language: forms and histories are made from them.
#include "modules/editing/sheet_writer.h"
#include "modules/kinds/kinds.h"
#include "platform/locale/catalogue.h"

#include <gtest/gtest.h>

namespace interregio::workspace::web {
namespace {

/// The keys of the labels of all fields, and of rows.
class LabelKeys {
  public:
    LabelKeys(std::vector<std::string>& keys, std::string owner) : keys_(keys), owner_(std::move(owner)) {}

    template <class T, class... Limits> void operator()(std::string_view name, T&, const Limits&...) {
        keys_.push_back(owner_ + "." + std::string(name));
    }
    template <class T> void operator()(std::string_view name, std::vector<T>&, const ListLimits& = {}) {
        const std::string key = owner_ + "." + std::string(name);
        keys_.push_back(key);
        if constexpr (NestedRow<T>) {
            keys_.push_back(key + ".row");
            keys_.push_back(key + ".add");
            LabelKeys inner(keys_, key);
            T row;
            describe(inner, row);
        } else {
            references(key, static_cast<T*>(nullptr));
        }
    }

  private:
    template <class T> void references(const std::string& key, Id<T>*) {
        if (!editing::is_ticked(T::kind)) keys_.push_back(key + ".row");
    }
    void references(const std::string&, Language*) {}

    std::vector<std::string>& keys_;
    std::string owner_;
};

TEST(RecordFields, HaveWordsInEveryLanguage) {
    std::vector<std::string> keys;
    for_each_kind([&]<class T> {
        LabelKeys visitor(keys, "field." + std::string(name_of(T::kind)));
        T record;
        describe(visitor, record);
    });
    ASSERT_GT(keys.size(), 150U);
    for (const Language language : Catalogue::spoken())
        for (const std::string& key : keys)
            EXPECT_TRUE(Catalogue::find(language)->holds(key)) << language.tag() << " " << key;
}

} // namespace
} // namespace interregio::workspace::web
