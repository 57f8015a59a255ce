// Percent-encoding of URLs (RFC 3986).
#pragma once
#include <string>
#include <string_view>

namespace finder::view {

std::string percent_encode(std::string_view text);   // all but unreserved characters
std::string percent_decode(std::string_view text);   // also '+' as a space; what is no escape stays as it is

}  // namespace finder::view
