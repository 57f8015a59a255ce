// Everything a person (or the browser on their behalf) can do. reduce() is the only code that changes State.
#pragma once
#include "view/state.hpp"

#include <string>
#include <variant>
#include <vector>

namespace finder::view {

struct ToggleValue { FacetValueId what; };
struct ClearAll {};
struct SetText { std::string text; };      // filled in from the text field
struct ToggleNotStated { std::optional<std::size_t> page = {}; };   // the page to go to, where the first of them stands; else it stays
struct Relax { bool drops_text = false; FacetValueId drops; };
struct OpenProgram { std::string id; };
struct OpenAbout {};
struct BackToList {};
struct OpenFilters {};
struct CloseFilters {};
struct ToggleUnfolded { std::uint16_t facet; };
struct ToggleExplained { std::uint16_t facet; };
struct GoToPage { std::size_t page; };
struct SetWhole { bool whole; };
struct SetPaper { bool paper; };
struct ToggleSimpleView {};
struct ToggleDisplay {};                   // shows or hides what can be chosen
struct ChooseTheme { ThemeChoice theme; };
struct ChooseTextSize { std::uint16_t percent; };
struct ChooseSlash { bool to_search; };
struct SetDisplay { Display display; };    // as it was, when a page is loaded anew
struct SetPreferences { Preferences device; };
struct SetNarrow { bool narrow; };
struct SetReason { PageViewReason reason; };
struct RefuseData { std::vector<DataError> errors; };
struct Navigate { State linked; };         // decoded from a link; keeps what is not part of links
struct Leave {};                           // the page itself leaves; State forgets what was chosen

using Action = std::variant<ToggleValue, ClearAll, SetText, ToggleNotStated, Relax, OpenProgram, OpenAbout, BackToList, OpenFilters,
                            CloseFilters, ToggleUnfolded, ToggleExplained, GoToPage, SetWhole, SetPaper, ToggleSimpleView, ToggleDisplay, ChooseTheme,
                            ChooseTextSize, ChooseSlash, SetDisplay, SetPreferences, SetNarrow, SetReason, RefuseData, Navigate, Leave>;

State reduce(State state, const Action& action);

}  // namespace finder::view
