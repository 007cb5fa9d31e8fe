-- Opens the file named by PCCO, reads its findings and a hover, applies the fix whose title begins with FIX, writes the
-- file, and prints what it met as one line of JSON.
local seen = {}

local function wait(what, done)
  if not vim.wait(20000, done, 10) then error("waited in vain for " .. what) end
end

local function codes(buffer)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, diagnostic.user_data.lsp.code)
  end
  return found
end

local function ask(buffer, method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(buffer, method, params, 20000) or {}) do
    if answer.error then error(method .. ": " .. answer.error.message) end
    return answer.result
  end
  error("no answer to " .. method)
end

local function run()
  vim.cmd("silent edit " .. vim.fn.fnameescape(vim.env.PCCO))
  local buffer = vim.api.nvim_get_current_buf()
  wait("findings", function() return #codes(buffer) > 0 end)
  seen.before = codes(buffer)

  local finding = vim.tbl_filter(function(each)
    return each.user_data.lsp.code == vim.env.RULE
  end, vim.diagnostic.get(buffer))[1]
  seen.at = { finding.lnum, finding.col, finding.end_lnum, finding.end_col }
  vim.api.nvim_win_set_cursor(0, { finding.lnum + 1, finding.col })
  seen.hover = ask(buffer, "textDocument/hover", vim.lsp.util.make_position_params()).contents.value

  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = vim.lsp.diagnostic.get_line_diagnostics(buffer, finding.lnum) }
  local actions = ask(buffer, "textDocument/codeAction", params)
  seen.actions = vim.tbl_map(function(each) return each.title end, actions)
  local action = vim.tbl_filter(function(each) return vim.startswith(each.title, vim.env.FIX) end, actions)[1]
  if not action.edit then action = ask(buffer, "codeAction/resolve", action) end
  local client = vim.tbl_values(vim.lsp.buf_get_clients(buffer))[1]
  vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)

  wait("the finding to go", function() return not vim.tbl_contains(codes(buffer), vim.env.RULE) end)
  seen.after = codes(buffer)
  vim.cmd("silent write")
end

local ok, problem = pcall(run)
if not ok then seen.problem = problem end
io.stdout:write(vim.json.encode(seen) .. "\n")
vim.cmd(ok and "quitall!" or "cquit!")
