#include "platform/passkeys/relying_party.h"

#include <gtest/gtest.h>

namespace interregio::passkeys {
namespace {

TEST(RelyingParty, IsTheHostOfTheSite) {
    const auto party = RelyingParty::of_origin("https://www.interregio.example:8443");
    ASSERT_TRUE(party);
    EXPECT_EQ(party->id(), "www.interregio.example");
    EXPECT_EQ(party->origin(), "https://www.interregio.example:8443");
    EXPECT_EQ(RelyingParty::of_origin("http://localhost:8080")->id(), "localhost");
    EXPECT_EQ(RelyingParty::of_origin("http://demo.localhost")->id(), "demo.localhost");
}

TEST(RelyingParty, IsNotWhereBrowsersKnowNoPasskeys) {
    for (const char* origin :
         {"http://interregio.example", "http://127.0.0.1:8080", "https://192.0.2.1", "https://[::1]", "http://[::1]:80",
          "ftp://localhost", "https://", "localhost", "", "http://localhost.example", "http://notlocalhost"})
        EXPECT_FALSE(RelyingParty::of_origin(origin)) << origin;
}

} // namespace
} // namespace interregio::passkeys
