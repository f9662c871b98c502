#include "platform/fetch/fetcher.h"

#include <gtest/gtest.h>

namespace interregio::fetch {

TEST(Fetcher, TakesAddressesOfHttpsOnly) {
    EXPECT_TRUE(is_fetchable("https://login.example/realms/office", Transport::https));
    EXPECT_TRUE(is_fetchable("https://login.example:8443/a?b=c", Transport::https));
    for (const auto* address :
         {"http://login.example/", "ftp://login.example/", "file:///etc/passwd", "login.example", "https://",
          "https:///a", "https://user@login.example/", "https://login.example/#a", "https://login.example/ a",
          "https://login.example/\n", "https://login.example\\@elsewhere.example/", "//login.example/", "",
          "HTTPS://login.example/"})
        EXPECT_FALSE(is_fetchable(address, Transport::https)) << address;
    EXPECT_FALSE(is_fetchable("https://login.example/" + std::string(2000, 'a'), Transport::https));
}

TEST(Fetcher, TakesPlainHttpToThisMachineOnlyWhereThatIsAllowed) {
    for (const auto* address : {"http://127.0.0.1:8080/a", "http://127.1.2.3", "http://[::1]:80/"}) {
        EXPECT_TRUE(is_fetchable(address, Transport::http_on_loopback_too)) << address;
        EXPECT_FALSE(is_fetchable(address, Transport::https)) << address;
    }
    for (const auto* address :
         {"http://localhost/", "http://127.0.0.1.elsewhere.example/", "http://127.0.0.1@elsewhere.example/",
          "http://127./", "http://127.0..1/", "http://[::2]/", "http://[::1/", "http://10.0.0.1/"})
        EXPECT_FALSE(is_fetchable(address, Transport::http_on_loopback_too)) << address;
}

} // namespace interregio::fetch
