using System.Diagnostics;

namespace Complaints.Learning.Tests.Support;

/// <summary>Runs a script in Debian's Python with a module nobody here wrote; skips the test where it is not installed.</summary>
internal static class Python
{
    private const string Interpreter = "/usr/bin/python3";

    public static string RunOrSkip(string module, string script, string input)
    {
        if (!File.Exists(Interpreter) || Run($"import {module}", string.Empty).Code != 0)
        {
            Assert.Skip($"{Interpreter} has no module {module}; on Debian: apt-get install python3-{module}");
        }

        (int code, string output, string error) = Run(script, input);
        Assert.True(code == 0, error);
        return output;
    }

    private static (int Code, string Output, string Error) Run(string script, string input)
    {
        ProcessStartInfo start = new(Interpreter)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        try
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The script ended before it read; its exit code says why.
        }

        process.WaitForExit();
        return (process.ExitCode, output.Result, error.Result);
    }
}
