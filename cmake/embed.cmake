# Writes a C++ file that holds files byte for byte. -DOUT=file.cpp -DFILES="name=path;..."
set(text "// Made by cmake/embed.cmake.\n#include \"app/embedded_data.hpp\"\n\nnamespace finder::app {\n\n")
foreach(pair IN LISTS FILES)
  string(REGEX MATCH "^([a-z]+)=(.*)$" _ "${pair}")
  set(name ${CMAKE_MATCH_1})
  file(READ "${CMAKE_MATCH_2}" hex HEX)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
  string(APPEND text "static const unsigned char ${name}_bytes[] = {${bytes}};\n"
    "std::string_view embedded_${name}() { return {reinterpret_cast<const char*>(${name}_bytes), ${size}}; }\n\n")
endforeach()
string(APPEND text "}  // namespace finder::app\n")
file(WRITE "${OUT}" "${text}")
