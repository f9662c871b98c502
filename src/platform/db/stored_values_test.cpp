#include "platform/db/stored_values.h"

#include <gtest/gtest.h>

namespace interregio::db {
namespace {

TEST(StoredValues, AreReadOrRefusedByName) {
    const std::string id = "0198c0de-0000-7000-8000-000000000001";
    EXPECT_EQ(stored_uuid(id).text(), id);
    EXPECT_EQ(stored_language("pl"), languages::polish);
    for (const std::string_view wrong : {"", "x", "0198c0de-0000-7000-8000-00000000000"}) {
        EXPECT_THROW((void)stored_uuid(wrong), Error) << wrong;
    }
    for (const std::string_view wrong : {"", "p", "pl DROP"}) {
        EXPECT_THROW((void)stored_language(wrong), Error) << wrong;
    }
    try {
        unreadable("tomorrow");
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("\"tomorrow\""), std::string::npos) << error.what();
    }
}

} // namespace
} // namespace interregio::db
