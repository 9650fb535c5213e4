using Complaints.Cli;
using Complaints.Cli.CommandLine;

return await ComplaintsApplication.RunAsync(args, Terminal.System(), TimeProvider.System);
