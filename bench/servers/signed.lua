-- For wrk: sends signed requests from a file in turn, and prints what it measured as one line.
-- wrk -s signed.lua http://127.0.0.1:3000 -- FILE WORDS
-- A line of the file is: timestamp, tab, signature, tab, body. WORDS are counted in the answers.
local threads = {}

function setup(thread)
  table.insert(threads, thread)
end

function init(arguments)
  requests, turn, counted = {}, 0, 0
  for line in io.lines(arguments[1]) do
    local stamp, signature, body = line:match("^(.-)\t(.-)\t(.*)$")
    table.insert(requests, wrk.format("POST", "/slack/events", {
      ["content-type"] = "application/x-www-form-urlencoded",
      ["x-slack-request-timestamp"] = stamp,
      ["x-slack-signature"] = signature,
    }, body))
  end
  words = arguments[2]
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end

function response(status, headers, body)
  if body:find(words, 1, true) then counted = counted + 1 end
end

function done(summary, latency)
  local counted = 0
  for _, thread in ipairs(threads) do counted = counted + thread:get("counted") end
  local errors = summary.errors
  print(("measured %d %d %d %d %d %d %d"):format(
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.status, errors.connect + errors.read + errors.write + errors.timeout, counted))
end
