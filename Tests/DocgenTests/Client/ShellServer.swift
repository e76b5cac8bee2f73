/// An MCP server as a shell script, for tests of programs that start one.
enum ShellServer {
  /// Answers by the name of the method; other requests are unknown to it.
  static let script = #"""
    while read -r line; do
      id=$(printf '%s' "$line" | sed -n 's/.*"id":\([0-9]*\).*/\1/p')
      [ -n "$id" ] || continue
      case "$line" in
        *'"server/discover"'*) result='{"supportedVersions":["2026-07-28"],"capabilities":{"tools":{},"resources":{},"prompts":{}},"_meta":{"io.modelcontextprotocol/serverInfo":{"name":"shell","version":"3"}}}' ;;
        *'"tools/list"'*) result='{"tools":[{"name":"echo","description":"Says it again.\nTwice.","inputSchema":{"type":"object"}},{"name":"wipe","inputSchema":{"type":"object"}}]}' ;;
        *'"tools/call"'*broken*) result='{"content":[{"type":"text","text":"it is broken"}],"isError":true}' ;;
        *'"tools/call"'*) result='{"content":[{"type":"text","text":"you said '$(printf '%s' "$line" | sed -n 's/.*"text":"\([a-z]*\)".*/\1/p')'"}]}' ;;
        *'"resources/read"'*picture*) result='{"contents":[{"uri":"x:picture","blob":"AAEC"}]}' ;;
        *'"resources/read"'*) result='{"contents":[{"uri":"x:note","text":"Water the plants."}]}' ;;
        *'"prompts/list"'*) result='{"prompts":[{"name":"review","description":"Asks for a review.","arguments":[{"name":"language","required":true},{"name":"tone"}]}]}' ;;
        *) printf '{"jsonrpc":"2.0","id":%s,"error":{"code":-32601,"message":"unknown"}}\n' "$id"; continue ;;
      esac
      printf '{"jsonrpc":"2.0","id":%s,"result":%s}\n' "$id" "$result"
    done
    """#
}
