using Complaints.Cli;
using Complaints.Cli.CommandLine;

using StopSignals signals = new(TimeProvider.System);
int code = await ComplaintsApplication.RunAsync(args, Terminal.System(), TimeProvider.System, signals.Token);
return code == ExitCode.Interrupted && signals.ExitCode is int stopped ? stopped : code;
