#include "modules/accounts/passkey.h"

#include <gtest/gtest.h>

namespace interregio::accounts {
namespace {

TEST(PasskeyLabel, IsALineOfText) {
    EXPECT_EQ(read_label("  Diensthandy Łucja "), "Diensthandy Łucja");
    EXPECT_EQ(read_label("u\xcc\x88"), "\xc3\xbc") << "in normal form";
    std::string most;
    for (std::size_t i = 0; i < longest_label; ++i) most += "ą";
    EXPECT_EQ(read_label(most), most);
    for (const std::string& wrong : {std::string(), std::string("   "), most + "a", std::string("a\nb"),
                                     std::string("\xff"), std::string("a\0b", 3)})
        EXPECT_EQ(read_label(wrong).error(), (Refusal{"refusal.passkey.label", {{"most", "60"}}})) << wrong;
}

} // namespace
} // namespace interregio::accounts
