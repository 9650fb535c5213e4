using System.IO.Compression;
using System.Text;
using Complaints.Etl.Tests.Loading;

namespace Complaints.Etl.Tests.Extract;

/// <summary>
/// Inputs that must be refused. Truncations stand at seeded points. A plain text file that is cut is only refused where the cut shows: in
/// an open quotation, inside a character, or in a last row with too few cells and no line break. One that is cut exactly between rows, or
/// inside its last cell, is a legal file and not listed here.
/// </summary>
internal static class MalformedCorpus
{
    private const int Truncations = 30;

    internal static IEnumerable<MalformedCase> All(byte[] parquet) =>
        [.. Cut(parquet), .. Encodings(), .. Headers(), .. Structure(), .. Workbooks(), .. Big(), .. Mappings()];

    private static string Csv => SmallSet.Header + "\n" + SmallSet.Rows(200);

    private static byte[] Gzip(byte[] content)
    {
        using var memory = new MemoryStream();
        using (var gzip = new GZipStream(memory, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return memory.ToArray();
    }

    private static string[][] Cells => [.. Csv.TrimEnd().Split('\n').Select(line => line.Split(','))];

    private static IEnumerable<MalformedCase> Cut(byte[] parquet)
    {
        var random = new Random(4826);
        byte[] gzip = Gzip(Encoding.UTF8.GetBytes(Csv));
        byte[] workbook = TestWorkbook.Of(Cells);
        byte[] wide = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)];
        for (int i = 0; i < Truncations; i++)
        {
            int inGzip = random.Next(1, gzip.Length);
            yield return MalformedCase.Of($"gzip cut at {inGzip}", "stages.csv.gz", gzip[..inGzip]);
            int inWorkbook = random.Next(1, workbook.Length);
            yield return MalformedCase.Of($"workbook cut at {inWorkbook}", "stages.xlsx", workbook[..inWorkbook]);
            int inParquet = random.Next(1, parquet.Length);
            yield return MalformedCase.Of($"Parquet cut at {inParquet}", "stages.parquet", parquet[..inParquet]);
            int odd = (random.Next(50, wide.Length - 4) / 2 * 2) + 1;
            yield return MalformedCase.Of($"UTF-16 cut inside a character at {odd}", "stages.csv", wide[..odd]);

            // Anywhere in the first half of a row there are fewer cells than the header has.
            int row = random.Next(5, 190);
            int start = NthLine(Csv, row);
            int within = start + random.Next(1, 30);
            yield return MalformedCase.Of($"text cut at {within}, in row {row}", "stages.csv", Csv[..within]);
        }

        yield return MalformedCase.Of(
            "text cut inside a quotation", "stages.csv", SmallSet.Header + "\n" + SmallSet.Rows(3) + "C9,1,\"01/04/2024");
        yield return MalformedCase.Of(
            "UTF-8 cut inside a character", "stages.csv", [.. "é\n"u8, .. Encoding.UTF8.GetBytes(Csv), 0xE2, 0x82]);
        yield return MalformedCase.Of("gzip with a wrong checksum", "stages.csv.gz", Changed(gzip, gzip.Length - 6));
        yield return MalformedCase.Of("gzip with a wrong length", "stages.csv.gz", Changed(gzip, gzip.Length - 2));
        yield return MalformedCase.Of("gzip with a damaged middle", "stages.csv.gz", Changed(gzip, gzip.Length / 2));
    }

    private static int NthLine(string text, int n)
    {
        int at = 0;
        for (int i = 0; i < n; i++)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        return at;
    }

    private static byte[] Changed(byte[] content, int at)
    {
        byte[] changed = [.. content];
        changed[at] ^= 0xFF;
        return changed;
    }

    private static IEnumerable<MalformedCase> Encodings()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Csv);
        for (int i = 0; i < 10; i++)
        {
            byte[] withNul = [.. utf8];
            withNul[100 + (i * 37)] = 0;
            yield return MalformedCase.Of($"a NUL at {100 + (i * 37)}", "stages.csv", withNul);
            byte[] undefined = [.. utf8];
            (undefined[60 + (i * 41)], undefined[61 + (i * 41)]) = (0xC3, 0x81);
            undefined[62 + (i * 41)] = 0x9D;
            yield return MalformedCase.Of($"bytes of no encoding at {60 + (i * 41)}", "stages.csv", undefined);
            byte[] garbage = new byte[2000];
            new Random(i).NextBytes(garbage);
            garbage[0] = 0x01;
            yield return MalformedCase.Of($"binary garbage {i}", "stages.csv", garbage);
        }

        yield return MalformedCase.Of("UTF-32", "stages.csv", [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Csv)]);
        yield return MalformedCase.Of("padded with NULs", "stages.csv", [.. utf8, .. new byte[4096]]);
        yield return MalformedCase.Of("a mark of UTF-8 before Windows-1252", "stages.csv", [0xEF, 0xBB, 0xBF, .. utf8, 0xE9, 0x0A]);
        yield return MalformedCase.Of(
            "Windows-1252 declared UTF-8",
            "stages.csv",
            [.. utf8[..^1], 0xE9, 0x0A],
            SmallSet.StageMapping(source: ", \"encoding\": \"utf-8\""));
        yield return MalformedCase.Of(
            "UTF-8 declared UTF-16", "stages.csv", Csv + "x", SmallSet.StageMapping(source: ", \"encoding\": \"utf-16be\""));
        yield return MalformedCase.Of(
            "a mark that contradicts the mapping",
            "stages.csv",
            [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)],
            SmallSet.StageMapping(source: ", \"encoding\": \"utf-8\""));
        yield return MalformedCase.Of(
            "half a surrogate in UTF-16", "stages.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv), 0x00, 0xD8, 0x0A, 0x00]);
    }

    private static IEnumerable<MalformedCase> Headers()
    {
        yield return MalformedCase.Of("empty", "stages.csv", "");
        yield return MalformedCase.Of("blank lines", "stages.csv", "\n\n\n");
        yield return MalformedCase.Of("only a mark", "stages.csv", [0xEF, 0xBB, 0xBF]);
        yield return MalformedCase.Of("header alone", "stages.csv", SmallSet.Header + "\n");
        yield return MalformedCase.Of("header alone, packed", "stages.csv.gz", Gzip(Encoding.UTF8.GetBytes(SmallSet.Header + "\n")));
        yield return MalformedCase.Of("empty, packed", "stages.csv.gz", Gzip([]));
        yield return MalformedCase.Of("rows of blanks alone", "stages.csv", SmallSet.Header + "\n,,,,,,,,\n  , ,,,,,,,\n");
        yield return MalformedCase.Of(
            "header row beyond the end", "stages.csv", Csv, SmallSet.StageMapping(source: ", \"header_row\": 999"));
        foreach (string column in SmallSet.Header.Split(','))
        {
            yield return MalformedCase.Of($"'{column}' missing", "stages.csv", Csv.Replace(column, "Other", StringComparison.Ordinal));
            yield return MalformedCase.Of($"'{column}' twice", "stages.csv", Appended(column));
            yield return MalformedCase.Of(
                $"'{column}' twice in other case",
                "stages.csv",
                Appended(column.ToLowerInvariant()).Replace(column, column.ToUpperInvariant(), StringComparison.Ordinal));
        }

        yield return MalformedCase.Of("no header but rows", "stages.csv", SmallSet.Rows(20));
        yield return MalformedCase.Of(
            "the wrong delimiter in the mapping", "stages.csv", Csv, SmallSet.StageMapping(source: ", \"delimiter\": \";\""));
        yield return MalformedCase.Of(
            "too many columns", "stages.csv", string.Join(',', Enumerable.Range(0, 2001).Select(i => $"c{i}")) + "\n1\n");
        yield return MalformedCase.Of("an endless column name", "stages.csv", new string('x', 1500) + "," + Csv);
    }

    private static string Appended(string column) =>
        string.Join('\n', Csv.TrimEnd().Split('\n').Select((line, i) => i == 0 ? line + "," + column : line + ",x")) + "\n";

    private static IEnumerable<MalformedCase> Structure()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(Csv);
        yield return new MalformedCase("a folder", "stages.csv", path => Directory.CreateDirectory(path));
        yield return new MalformedCase("no such file", "stages.csv", _ => { });
        yield return MalformedCase.Of("text called xlsx", "stages.xlsx", utf8);
        yield return MalformedCase.Of("text called parquet", "stages.parquet", utf8);
        yield return MalformedCase.Of("text called gz", "stages.csv.gz", utf8);
        yield return MalformedCase.Of("a workbook called csv", "stages.csv", TestWorkbook.Of(Cells));
        yield return MalformedCase.Of(
            "a workbook where the mapping says csv",
            "stages.dat",
            TestWorkbook.Of(Cells),
            SmallSet.StageMapping(source: ", \"format\": \"csv\""));
        yield return MalformedCase.Of(
            "text where the mapping says xlsx", "stages.dat", utf8, SmallSet.StageMapping(source: ", \"format\": \"xlsx\""));
        yield return MalformedCase.Of("PDF", "stages.csv", "%PDF-1.7 …");
        yield return MalformedCase.Of("an old workbook", "stages.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);
        yield return MalformedCase.Of("gzip in gzip", "stages.csv.gz", Gzip(Gzip(utf8)));
        yield return MalformedCase.Of("a workbook in gzip", "stages.xlsx.gz", Gzip(TestWorkbook.Of(Cells)));
        yield return MalformedCase.Of("two gzip members", "stages.csv.gz", [.. Gzip(utf8), .. Gzip(utf8)]);
        yield return MalformedCase.Of("the letters of Parquet alone", "stages.parquet", "PAR1");
        yield return MalformedCase.Of("the letters of Parquet twice", "stages.parquet", "PAR1xxxxxxxxxxxxPAR1");
    }

    private static IEnumerable<MalformedCase> Workbooks()
    {
        string sheet = TestWorkbook.SheetXml(Cells);
        yield return MalformedCase.Of(
            "a zip that is no workbook", "stages.xlsx", Zip(zip => TestWorkbook.Part(zip, "readme.txt", "hello")));
        yield return MalformedCase.Of("a binary workbook", "stages.xlsx", Zip(zip => TestWorkbook.Part(zip, "xl/workbook.bin", "x")));
        yield return MalformedCase.Of("two visible sheets", "stages.xlsx", TestWorkbook.Of(sheet, sheets: 2));
        yield return MalformedCase.Of(
            "a sheet that is not there", "stages.xlsx", TestWorkbook.Of(sheet), SmallSet.StageMapping(source: ", \"sheet\": \"Data\""));
        yield return MalformedCase.Of("an empty sheet", "stages.xlsx", TestWorkbook.Of([]));
        yield return MalformedCase.Of("a sheet with a header alone", "stages.xlsx", TestWorkbook.Of(Cells[..1]));
        yield return MalformedCase.Of("a sheet that is no XML", "stages.xlsx", TestWorkbook.Of("this is no XML"));
        yield return MalformedCase.Of("a sheet whose XML is cut off", "stages.xlsx", TestWorkbook.Of(sheet[..(sheet.Length / 2)]));
        yield return MalformedCase.Of(
            "a sheet with an entity bomb", "stages.xlsx", TestWorkbook.Of("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + sheet.Replace("Upheld", "&b;", StringComparison.Ordinal)));
        for (int i = 0; i < 10; i++)
        {
            byte[] workbook = TestWorkbook.Of(Cells);
            for (int k = 0; k < 60; k++)
            {
                workbook[(workbook.Length / 3) + (i * 61) + k] ^= 0x5A;
            }

            yield return MalformedCase.Of($"a workbook with 60 bytes changed, {i}", "stages.xlsx", workbook);
        }
    }

    private static byte[] Zip(Action<ZipArchive> fill)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            fill(zip);
        }

        return memory.ToArray();
    }

    private static IEnumerable<MalformedCase> Big()
    {
        const long megabyte = 1L << 20;
        yield return new MalformedCase("1 GB of one line", "stages.csv", path => OneLine(path, (byte)'a', 1024 * megabyte));
        yield return new MalformedCase("1 GB of delimiters", "stages.csv", path => OneLine(path, (byte)',', 1024 * megabyte));
        yield return new MalformedCase("1 GB in one quotation", "stages.csv", path => OneLine(path, (byte)'"', 1024 * megabyte));
        yield return new MalformedCase("20 MB in one quotation with line breaks", "stages.csv", path =>
            File.WriteAllText(path, SmallSet.Header + "\n\"" + string.Concat(Enumerable.Repeat("a line of text\n", 1_400_000))));
        yield return new MalformedCase("a gzip bomb of rows", "stages.csv.gz", path => GzipBomb(path, "a,1\n", 300 * megabyte));
        yield return new MalformedCase("a gzip bomb of one line", "stages.csv.gz", path => GzipBomb(path, "a", 300 * megabyte));
        string empty = TestWorkbook.SheetXml(Cells);
        yield return Workbook(
            "a workbook bomb of rows", zip => TestWorkbook.Bomb(zip, "xl/worksheets/sheet9.xml", "<row/>", 200 * megabyte));
        yield return Workbook("a workbook bomb of one text", zip => TestWorkbook.Bomb(zip, "xl/sharedStrings.xml", "a", 40 * megabyte));
        yield return Workbook(
            "a workbook bomb beside the sheets", zip => TestWorkbook.Bomb(zip, "xl/media/image.png", "\u0001", 200 * megabyte));
        yield return Workbook("a workbook of 10,001 parts", zip =>
        {
            for (int i = 0; i < 10_001; i++)
            {
                zip.CreateEntry($"xl/media/{i}");
            }
        });

        MalformedCase Workbook(string name, Action<ZipArchive> more) =>
            new(name, "stages.xlsx", path => File.WriteAllBytes(path, TestWorkbook.Of(empty, more)));
    }

    // Only the first 16 MB are written; the file system stores the rest as a hole, which no reader should ever reach.
    private static void OneLine(string path, byte with, long bytes)
    {
        using FileStream file = File.Create(path);
        file.Write(Encoding.UTF8.GetBytes(SmallSet.Header + "\n"));
        byte[] piece = new byte[1 << 20];
        Array.Fill(piece, with);
        for (int i = 0; i < 16; i++)
        {
            file.Write(piece);
        }

        file.SetLength(bytes);
    }

    private static void GzipBomb(string path, string text, long bytes)
    {
        byte[] piece = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, Math.Max(1, 65536 / text.Length))));
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        for (long written = 0; written < bytes; written += piece.Length)
        {
            gzip.Write(piece);
        }
    }

    private static IEnumerable<MalformedCase> Mappings()
    {
        string sound = SmallSet.StageMapping();
        (string Name, string Mapping)[] broken =
        [
            ("an empty mapping", ""),
            ("a mapping that is a list", "[]"),
            ("a mapping cut off", sound[..(sound.Length / 2)]),
            ("a mapping without target", sound.Replace("\"target\": \"stage\",", "", StringComparison.Ordinal)),
            ("a mapping of an unknown target", sound.Replace("\"stage\",", "\"stages\",", StringComparison.Ordinal)),
            ("a mapping without mode", sound.Replace("\"mode\": \"full\",", "", StringComparison.Ordinal)),
            ("a mapping with an unknown field", sound.Replace("\"logged_on\"", "\"loged_on\"", StringComparison.Ordinal)),
            ("a mapping without its key", sound.Replace("\"case_reference\": \"Case\",", "", StringComparison.Ordinal)),
            (
                "a mapping without landlord",
                sound.Replace("\"landlord\": { \"column\": \"Landlord\" }", "\"tenures\": {}", StringComparison.Ordinal)),
            ("a mapping nested too deep", new string('[', 100) + new string(']', 100)),
            ("a mapping of 2 MB", "{ \"mapping\": \"" + new string('x', 2_000_000) + "\" }"),
            ("a third occurrence that is not there", sound.Replace("\"Case\"", "\"Case#3\"", StringComparison.Ordinal)),
        ];
        return broken.Select(mapping => MalformedCase.Of(mapping.Name, "stages.csv", Csv, mapping.Mapping));
    }
}
