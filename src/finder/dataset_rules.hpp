// The rules that single values of a dataset must keep.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace finder {

bool is_phone_number(std::string_view text);   // E.164, North American plan
bool is_short_code(std::string_view text);     // to call: 988
bool is_short_text_code(std::string_view text);   // to send a text message to: 988, 741741
bool is_web_address(std::string_view text);    // http or https, a host, nothing that could deceive
bool is_zip_code(std::string_view text);
bool is_state(std::string_view text);          // CA
bool is_extension(std::string_view text);      // of a phone: a few digits
bool is_slug(std::string_view text, std::string_view joiners);   // small letters and digits, and the joiners after the first
bool is_date(std::string_view text, bool whole_day);   // ISO 8601 YYYY-MM-DD, or also YYYY and YYYY-MM
int minutes_of_day(std::string_view text);     // "14:30" -> 870; -1 when it is no time
std::string slug_of(std::string_view text);    // "San Francisco" -> "san-francisco"; empty when there is no letter

// The code that was probably meant (at most two slips of the finger away), or empty.
std::string nearest_code(std::string_view wrong, const std::vector<std::string_view>& codes);

}  // namespace finder
